"""The shapes of everything the codebook and the lexicons hold: one class a file, one field a column or key.

Field names are the column headings and the TOML keys, so that a message can name both at once.
"""

from dataclasses import dataclass, field
from typing import Literal

EMPTY: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where facts come from: a row of sources.toml."""

    id: str
    title: str
    licence: str
    date: str


@dataclass(frozen=True)
class EventTypeEntry:
    """A PLOVER event type."""

    id: str
    quad: int
    score: float
    recipient_required: bool
    definition: str
    source: str


@dataclass(frozen=True)
class Mode:
    """How an event was done. `cues` are lemmas that imply it when they stand with an event of its type."""

    id: str
    event_type: str
    score: float
    label: str
    definition: str
    cues: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Context:
    """What an event was about. `cues` are lemmas that imply it when they stand in its sentence."""

    id: str
    label: str
    definition: str
    cues: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class CameoCode:
    """A CAMEO code and the PLOVER event it is."""

    id: str
    event_type: str
    mode: str
    context: str
    label: str
    source: str


@dataclass(frozen=True)
class WordClass:
    """Lemmas that rules may name together: `{give} {relief}` in a trigger is any of the one with any of the other."""

    id: str
    words: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Turn:
    """What an event of a type becomes with a status and a polarity: promised aid is AGREE, refused aid is REJECT.

    `teller` "actor": only where the actor says so himself, as one does who threatens.
    """

    event_type: str
    status: str
    polarity: str
    teller: Literal["", "actor"]
    becomes: str
    cameo: str
    source: str


@dataclass(frozen=True)
class Example:
    """A sentence that a rule must code, and the words that must fill its roles."""

    text: str
    actor: str = ""
    recipient: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule of an event type; docs/codebook.md says what each key means."""

    id: str
    cameo: str
    source: str
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    not_yet: tuple[Example, ...] = ()
    verbs: tuple[str, ...] = EMPTY
    nouns: tuple[str, ...] = EMPTY
    modals: tuple[str, ...] = EMPTY
    actor: tuple[str, ...] = ("agent",)
    recipient: tuple[str, ...] = ("patient",)
    needs: tuple[str, ...] = EMPTY
    modes: tuple[str, ...] = EMPTY
    contexts: tuple[str, ...] = EMPTY
    reciprocal: bool = False
    absorbs: bool = False
    civil: bool = False
    not_with: tuple[str, ...] = EMPTY
    only_with: tuple[str, ...] = EMPTY
    possessor: Literal["agent", "patient"] = "agent"

    @property
    def event_type(self) -> str:
        """The event type, from the id."""
        return self.id.split(".", 1)[0].upper()


@dataclass(frozen=True)
class Country:
    """A country: lexicons/countries.tsv."""

    id: str
    name: str
    capital: str
    latitude: float | None
    longitude: float | None
    geonames_id: str
    wikidata: str
    source: str


@dataclass(frozen=True)
class CountryName:
    """One name, adjective or demonym of a country."""

    name: str
    country: str
    form: Literal["name", "adjective", "demonym"]
    source: str


@dataclass(frozen=True)
class PeopleName:
    """A name of an ethnic or religious group; its country only where nearly all of the group live in one."""

    name: str
    people: str
    form: Literal["adjective", "demonym"]
    country: str
    sector: str
    source: str


@dataclass(frozen=True)
class Metonym:
    """A capital or a building that stands for a government."""

    name: str
    country: str
    sector: str
    kind: Literal["capital", "building"]
    city: str
    source: str


@dataclass(frozen=True)
class ActorEntry:
    """An organisation or group (or a person without office) known by name."""

    id: str
    name: str
    type: Literal["organization", "group", "state", "person"]
    country: str
    sector: str
    sectors: tuple[str, ...]
    wikidata: str
    source: str


@dataclass(frozen=True)
class ActorName:
    """A name of an actor."""

    name: str
    actor: str
    source: str


@dataclass(frozen=True)
class Membership:
    """A country in a bloc or organisation, from a day to a day; ISO prefixes; an empty `to` is open."""

    actor: str
    member: str
    start: str = field(metadata={"key": "from"})
    end: str = field(metadata={"key": "to"})
    source: str


@dataclass(frozen=True)
class Office:
    """A person in an office, from a day to a day; ISO prefixes (2013, 2013-08); an empty `to` is open."""

    id: str
    person: str
    office: str
    country: str
    sector: str
    start: str = field(metadata={"key": "from"})
    end: str = field(metadata={"key": "to"})
    wikidata: str
    source: str


@dataclass(frozen=True)
class PersonName:
    """Another spelling of a person's name."""

    name: str
    person: str
    source: str


@dataclass(frozen=True)
class ReportingCue:
    """A word that reports what someone says or thinks, or will not say. `frames` are the forms of its content."""

    cue: str
    pos: Literal["verb", "noun", "phrase", "adjective", "silence"]
    act: str
    commitment: str
    frames: tuple[str, ...]
    addressee: str
    source: str


@dataclass(frozen=True)
class EchoWord:
    """A word by which somebody speaks of an event told before: "confirm", "the accusation", "untrue".

    What is granted or not ("bail") is no such word: who denies it has said nothing.
    """

    word: str
    kind: Literal[
        "affirms", "denies", "claims", "responsibility", "involvement", "report", "event", "untrue", "true", "grant"
    ]
    source: str


@dataclass(frozen=True)
class MediumWord:
    """A noun for what something is said in: "letter", "television", "Twitter"."""

    word: str
    source: str


@dataclass(frozen=True)
class ConfidenceWeight:
    """What a feature of an event adds to its confidence, in logits; scripts/calibrate.py writes them."""

    feature: str
    weight: float
    source: str


@dataclass(frozen=True)
class TurnWord:
    """What may stand before the colon of somebody's line: the word of a turn ("Q"), or of a source ("Poll")."""

    word: str
    kind: Literal["turn", "source"]
    source: str


@dataclass(frozen=True)
class ViewCue:
    """A word that changes whether an event happened. Empty polarity or status: it leaves that as it is."""

    cue: str
    kind: str
    polarity: str
    status: str
    source: str


@dataclass(frozen=True)
class Agent:
    """A common noun that is an actor without a name: "rebels", "foreign ministry"."""

    lemma: str
    type: str
    sector: str
    source: str


@dataclass(frozen=True)
class Title:
    """A word before or beside a person's name, with the sector that it tells."""

    title: str
    sector: str
    source: str


@dataclass(frozen=True)
class GivenName:
    """A first name: f, m or u."""

    name: str
    gender: str
    source: str


@dataclass(frozen=True)
class OrganizationWord:
    """A word of a proper name that shows an organisation."""

    word: str
    type: str
    sector: str
    source: str


@dataclass(frozen=True)
class Lemma:
    """The lemma of a word form that the parsing model's own rules get wrong; `tag` is the beginning of its tag."""

    word: str
    tag: str
    lemma: str
    source: str


@dataclass(frozen=True)
class ThingWord:
    """A first or last word of a proper name that shows that it is no actor's: "Operation", "Treaty", "River"."""

    word: str
    kind: Literal["place", "thing"]
    position: Literal["first", "last", "either"]
    source: str


@dataclass(frozen=True)
class KindNoun:
    """A common noun that may point back to an actor of these types: "the party", "the court".

    `codes`, where there are any, must have the actor's sector, one of its secondary sectors, or its country.
    """

    lemma: str
    types: tuple[str, ...]
    codes: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Acronym:
    """An acronym that the parser misreads, and the name it is shown in its place."""

    acronym: str
    stand_in: str
    source: str


@dataclass(frozen=True)
class FurniturePattern:
    """Words of a page that are not the report: matched case-folded against one paragraph."""

    pattern: str
    match: Literal["whole", "start", "contains"]
    source: str


@dataclass(frozen=True)
class LightVerb:
    """A verb whose object noun carries the event: "launch" an attack."""

    lemma: str
    source: str


@dataclass(frozen=True)
class RelationCue:
    """A word that states how two actors stand to each other; the slots of one and of the other, tried in order."""

    lemma: str
    pos: Literal["verb", "noun"]
    type: Literal["ally", "adversary", "member", "leader", "office"]
    start: tuple[str, ...] = field(metadata={"key": "from"})
    end: tuple[str, ...] = field(metadata={"key": "to"})
    source: str
