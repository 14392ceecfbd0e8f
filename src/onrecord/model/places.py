"""Where."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import make_id

Precision = Literal["point", "city", "district", "region", "country", "area"]


@dataclass(frozen=True)
class Place:
    """A place on the map, WGS 84 degrees; one that cannot be located has null coordinates."""

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    geonames_id: str | None
    feature: str | None
    precision: Precision | None


def make_place(
    document: str,
    name: str,
    *,
    point: tuple[float, float] | None,
    country: str | None = None,
    admin1: str | None = None,
    geonames_id: str | None = None,
    feature: str | None = None,
    precision: Precision | None = None,
) -> Place:
    """A place; `point` is (latitude, longitude)."""
    latitude, longitude = point or (None, None)
    id = make_id("place", document, name, point, country, admin1, geonames_id, feature, precision)
    return Place(id, name, latitude, longitude, country, admin1, geonames_id, feature, precision)
