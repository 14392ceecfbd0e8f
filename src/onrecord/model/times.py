"""When."""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.identity import make_id

TimePrecision = Literal["minute", "hour", "day", "week", "month", "season", "year", "decade", "span"]


@dataclass(frozen=True)
class Time:
    """An interval of the calendar, both ends included; ISO 8601, days unless the precision is finer."""

    id: str
    start: str = field(metadata={"key": "from"})
    end: str = field(metadata={"key": "to"})
    precision: TimePrecision


def make_time(document: str, start: str, end: str, precision: TimePrecision) -> Time:
    """A time from its first to its last day."""
    return Time(make_id("time", document, start, end, precision), start, end, precision)
