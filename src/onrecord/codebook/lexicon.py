"""The lexicons as look-ups, made once for a codebook and shared by all stages that find or resolve."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.codebook.load import Codebook
from onrecord.codebook.names import NameIndex, Sense, list_first_names, list_surnames
from onrecord.codebook.place_rows import PlaceNoun
from onrecord.codebook.schema import ActorEntry, Agent, Country, KindNoun, Metonym, Office, PeopleName

HONORIFICS = {"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "miss", "madam", "madame"}

SURNAME_FIRST = {
    "CHN",
    "TWN",
    "HKG",
    "KOR",
    "PRK",
    "VNM",
    "KHM",
    "LAO",
    "MYS",
    "SGP",
    "THA",
    "MMR",
    "IDN",
    "ETH",
    "ERI",
}
"""Where the first word of a name, or the only one, is what a person is called."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Look-ups over a codebook's word lists."""

    codebook: Codebook

    @cached_property
    def names(self) -> NameIndex:
        """Names of countries, nationalities, governments' seats, organisations, groups and people in office."""
        book = self.codebook
        entries = [(one.name, Sense(one.form if one.form != "name" else "country", one.country))
                   for one in book.country_names]  # fmt: skip
        entries += [(one.name, Sense(one.kind, one.name)) for one in book.metonyms]
        entries += [(one.name, Sense("people", one.people)) for one in book.peoples]
        entries += [(one.name, Sense("actor", one.actor)) for one in book.actor_names]
        entries += [(one.person, Sense("person", one.person)) for one in book.offices]
        entries += [(one.name, Sense("person", one.person)) for one in book.person_names]
        return NameIndex(entries)

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Countries by their code."""
        return {one.id: one for one in self.codebook.countries}

    @cached_property
    def actors(self) -> dict[str, ActorEntry]:
        """Organisations and groups by their id."""
        return {one.id: one for one in self.codebook.actors}

    @cached_property
    def peoples(self) -> dict[str, PeopleName]:
        """Ethnic and religious groups by their plural name."""
        return {one.people: one for one in self.codebook.peoples}

    @cached_property
    def metonyms(self) -> dict[str, Metonym]:
        """Seats of governments by name."""
        return {one.name: one for one in self.codebook.metonyms}

    @cached_property
    def offices(self) -> dict[str, list[Office]]:
        """All offices of a person, by full name, in the order of their start."""
        found: dict[str, list[Office]] = {}
        for one in self.codebook.offices:
            found.setdefault(one.person, []).append(one)
        return {person: sorted(held, key=lambda office: office.start) for person, held in found.items()}

    @cached_property
    def people_by_surname(self) -> dict[str, list[str]]:
        """Full names of office holders by what news calls them: a surname, or the first word where that comes first."""
        found: dict[str, list[str]] = {}
        for person, held in self.offices.items():
            shorts = [*list_surnames(person), *(list_first_names(person) if held[0].country in SURNAME_FIRST else ())]
            for short in dict.fromkeys(shorts):
                found.setdefault(short, []).append(person)
        return found

    def list_members(self, actor: str, day: str) -> list[str]:
        """The codes of a bloc's members on an ISO day, sorted; "P5" has CHN, FRA, GBR, RUS, USA."""
        rows = (one for one in self.codebook.memberships if one.actor == actor)
        return sorted(one.member for one in rows if is_within(day, one.start, one.end))

    @cached_property
    def agents(self) -> dict[str, Agent]:
        """Common nouns that are actors, by lemma (of one or more words)."""
        return {one.lemma: one for one in self.codebook.agents}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles in lower case, with the sector that they tell."""
        return {one.title.rstrip("."): one.sector for one in self.codebook.titles}

    @cached_property
    def longest_title(self) -> int:
        """Words of the longest title."""
        return max((len(title.split()) for title in self.titles), default=0)

    @cached_property
    def given_names(self) -> dict[str, str]:
        """First names with their gender."""
        return {one.name: one.gender for one in self.codebook.given_names}

    @cached_property
    def organization_words(self) -> dict[str, tuple[str, str]]:
        """Words of organisations' names in lower case, with (type, sector)."""
        return {one.word.casefold(): (one.type, one.sector) for one in self.codebook.organization_words}

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """Verbs whose object noun carries the event, with their particles."""
        return frozenset(one.lemma for one in self.codebook.light_verbs)

    @cached_property
    def reporting_verbs(self) -> frozenset[str]:
        """Verbs whose content may be a clause or a quotation: "say", not "praise … for"."""
        cues = self.codebook.reporting_cues
        return frozenset(one.cue for one in cues if one.pos == "verb" and {"that", "quote"} & set(one.frames))

    @cached_property
    def echo_words(self) -> dict[str, frozenset[str]]:
        """The kinds of each word by which somebody speaks of an event told before."""
        found: dict[str, set[str]] = {}
        for one in self.codebook.echo_words:
            found.setdefault(one.word, set()).add(one.kind)
        return {word: frozenset(kinds) for word, kinds in found.items()}

    @cached_property
    def medium_words(self) -> frozenset[str]:
        """Nouns for what something is said in, in lower case; the last word of each."""
        return frozenset(one.word.casefold().split()[-1] for one in self.codebook.medium_words)

    @cached_property
    def turn_words(self) -> dict[str, str]:
        """Words that may stand before the colon of somebody's line, in lower case, with their kind."""
        return {one.word: one.kind for one in self.codebook.turn_words}

    @cached_property
    def speaking_nouns(self) -> frozenset[str]:
        """Nouns for those who can say something: agents, groups, writings; the last word of each."""
        agents = {lemma.split()[-1] for lemma in self.agents}
        return frozenset(agents | self.kind_nouns.keys() | self.medium_words)

    @cached_property
    def place_prepositions(self) -> frozenset[str]:
        """Prepositions that say where."""
        return frozenset(one.preposition for one in self.codebook.place_prepositions)

    @cached_property
    def toponym_words(self) -> dict[str, frozenset[str]]:
        """Words that tell names of places from others, by their kind."""
        return group_words((one.kind, one.word) for one in self.codebook.toponym_words)

    @cached_property
    def scene_nouns(self) -> dict[str, frozenset[str]]:
        """Nouns by which the place of an event is told, by their kind."""
        return group_words((one.kind, one.noun) for one in self.codebook.scene_nouns)

    @cached_property
    def count_nouns(self) -> dict[str, frozenset[str]]:
        """Nouns after numbers, by what they are: person, soldier, animal, thing."""
        return group_words((one.kind, one.noun) for one in self.codebook.count_nouns)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Common family names, and those of people in office."""
        return frozenset(one.name for one in self.codebook.surnames) | frozenset(self.people_by_surname)

    @cached_property
    def thing_words(self) -> dict[tuple[str, str], str]:
        """Words of names that are no actors', by (word, "first" or "last"), with the kind of thing."""
        places = {"either": ("first", "last"), "first": ("first",), "last": ("last",)}
        words = self.codebook.thing_words
        return {(one.word, place): one.kind for one in words for place in places[one.position]}

    @cached_property
    def kind_nouns(self) -> dict[str, KindNoun]:
        """Common nouns that point back to actors, by lemma."""
        return {one.lemma: one for one in self.codebook.kind_nouns}

    @cached_property
    def place_nouns(self) -> dict[str, PlaceNoun]:
        """Common nouns for places, by lemma."""
        return {one.lemma: one for one in self.codebook.place_nouns}


def group_words(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Words by their kind, from (kind, word)."""
    found: dict[str, set[str]] = {}
    for kind, word in pairs:
        found.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def is_within(day: str, start: str, end: str) -> bool:
    """Whether an ISO day lies in a period whose ends are ISO prefixes (2013, 2013-08); an empty end is open."""
    return start <= day[: len(start)] and (not end or day[: len(end)] <= end)


@lru_cache(maxsize=4)
def make_lexicon(codebook: Codebook) -> Lexicon:
    """The look-ups of a codebook, the same for every stage."""
    return Lexicon(codebook)
