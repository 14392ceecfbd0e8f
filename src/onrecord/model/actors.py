"""Who acts, speaks, or is acted on."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import make_id

ActorType = Literal["person", "organization", "group", "state", "unnamed"]


@dataclass(frozen=True)
class Actor:
    """One real-world actor in a document. `country` and `sector` are PLOVER's on the document's date.

    `sector` None is "not known"; "UNK" is PLOVER's generic unidentified actor.
    """

    id: str
    name: str
    type: ActorType
    country: str | None
    sector: str | None
    sectors: tuple[str, ...]
    role: str | None
    identifier: str | None


def make_actor(
    document: str,
    name: str,
    type: ActorType,
    *,
    code: tuple[str | None, str | None],
    sectors: tuple[str, ...] = (),
    role: str | None = None,
    identifier: str | None = None,
    key: str | None = None,
) -> Actor:
    """An actor; `code` is (country, sector); `key` keeps apart actors that say the same (two unnamed gunmen)."""
    country, sector = code
    id = make_id("actor", document, name, type, country, sector, sectors, role, identifier, key)
    return Actor(id, name, type, country, sector, sectors, role, identifier)
