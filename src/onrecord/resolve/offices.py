"""What a person was on a day, by the offices on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.codebook.lexicon import is_within
from onrecord.codebook.schema import Office

FORMER = "ELI"
HEADS = {
    "president", "prime minister", "chancellor", "premier", "king", "queen", "emir", "sultan", "supreme leader",
    "emperor", "taoiseach", "head of state", "party leader", "secretary-general", "un secretary-general", "leader",
}  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A person's office on a day, or the last one held before it; `is_former` where none is held on that day."""

    office: Office
    is_former: bool

    @property
    def sector(self) -> str | None:
        """The sector on that day: a former office holder is ELI."""
        return FORMER if self.is_former else self.office.sector or None


def holds(office: Office, day: str) -> bool:
    """Whether an office is held on an ISO day. A date known to the month or year counts whole."""
    return is_within(day, office.start, office.end)


def find_standing(offices: Sequence[Office], published: date | None) -> Standing | None:
    """What a person was on a day; None before the first office, without a day, or where nothing is on record.

    Of several offices held at once the one taken up last counts; of former ones the last as head, if there was any.
    """
    if published is None or not offices:
        return None
    day = published.isoformat()
    held = [office for office in offices if holds(office, day)]
    if held:
        return Standing(held[-1], is_former=False)
    past = [office for office in offices if office.start <= day]
    highest = [office for office in past if is_head(office)] or past
    return Standing(highest[-1], is_former=True) if highest else None


def is_head(office: Office) -> bool:
    """Whether an office is that of the head of a state, a government or an organisation."""
    return office.office in HEADS


def is_head_on(offices: Sequence[Office], published: date | None) -> bool:
    """Whether a person heads a state, a government or an organisation on a day."""
    return published is not None and any(is_head(one) and holds(one, published.isoformat()) for one in offices)


def is_in_office(offices: Sequence[Office], published: date | None) -> bool:
    """Whether a person holds any office on a day."""
    standing = find_standing(offices, published)
    return standing is not None and not standing.is_former
