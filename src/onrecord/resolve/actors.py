"""Which actor a name stands for, and what that actor was on the report's date.

Names of one actor are brought together first (Laurent Fabius, Fabius), then everything that the lexicons and the text
say of it becomes one actor. The text outranks the lexicons where it names an office, since it knows its own day.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from onrecord.codebook.lexicon import HONORIFICS, Lexicon
from onrecord.codebook.names import Sense
from onrecord.model.actors import Actor, ActorType, make_actor
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.links import make_link
from onrecord.model.mentions import Mention
from onrecord.resolve.aliases import Known, choose_namesake, collect_acronyms, collect_short_forms
from onrecord.resolve.descriptions import NOTHING, Description, choose_country, describe_name
from onrecord.resolve.homes import find_home, list_countries
from onrecord.resolve.offices import FORMER, find_standing, is_head, is_head_on, is_in_office

UNKNOWN, SHARED, MINORITY = "unknown", "shared", "minority"
OFFICIAL = ("GOV", "JUD", "LEG", "OPP", "COP", "MIL", "PTY")
ABROAD = {
    "meet", "visit", "visitor", "arrive", "talk", "host", "welcome", "receive", "tour", "fly", "trip", "summit",
    "envoy", "ambassador", "counterpart", "neighbour", "neighbor", "relation", "tie", "bilateral", "abroad", "foreign",
    "accuse", "condemn", "praise", "thank", "congratulate", "sign", "between", "troop", "border", "agreement", "treaty",
}  # fmt: skip
"""Words of a sentence in which an official has to do with another country."""
KINDS = ("country", "adjective", "demonym", "actor", "person", "people", "building", "capital")
"""What a name is taken for where it can be several things, the first before the others."""


@dataclass
class Entity:
    """The mentions of one actor while they are brought together."""

    sense: Sense
    name: str
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)


@dataclass(frozen=True)
class ActorResolver:
    """The stage that links names and nationalities to actors."""

    lexicon: Lexicon
    name: ClassVar[str] = "resolve.actors"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "places", "links")

    writes: ClassVar[tuple[str, ...]] = ("actors", "links")

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """An actor for each entity, then the links of its mentions."""
        entities = self.gather(doc)
        for entity in entities:
            actor = self.make(entity, doc)
            yield actor
            how = "lexicon" if entity.sense.kind != UNKNOWN else "text"
            for mention in entity.mentions:
                yield make_link(mention.id, "actor", actor.id, score=1.0, rank=0, maker=f"{self.name}/{how}")

    def gather(self, doc: CodedDocument) -> list[Entity]:
        """The entities of a document, in the order of their first mention."""
        named = [one for one in doc.mentions if one.kind == "actor" and one.form in ("name", "adjective")]

        def choose_alone(words: str) -> Known:
            return self.choose(words, {}, doc)

        people = collect_short_forms(named, doc, choose_alone, self.is_person)
        acronyms = collect_acronyms(named, doc, choose_alone)
        entities: dict[Sense, Entity] = {}
        for mention in named:
            words = mention.span.slice(doc.text)
            aliases = acronyms
            if words in people and mention.form == "name":
                namesake = choose_namesake(people[words], mention, doc, self.lexicon.given_names)
                aliases = {**acronyms, words: namesake or (Sense(SHARED, words), words)}
            sense, name = self.choose(words, aliases, doc)
            description = describe_name(doc.parsed, mention.span, self.lexicon)
            if sense.kind == "people" and description.country:
                sense = Sense("people", f"{sense.key} {description.country}")
            if sense.kind == "country" and is_minority(mention, doc):
                head = doc.parsed.root_in(mention.span)
                sense, name = Sense(MINORITY, f"{words}/{find_home(doc, head) if head else None or ''}"), words
            entity = entities.setdefault(sense, Entity(sense, name))
            entity.mentions.append(mention)
            if mention.form == "name":
                entity.descriptions.append(description)
        return list(entities.values())

    def is_person(self, known: Known) -> bool:
        """Whether what a full name stands for is a person."""
        sense, name = known
        return sense.kind in ("person", UNKNOWN) and self.guess_type(name, NOTHING) == "person"

    def choose(self, words: str, aliases: dict[str, tuple[Sense, str]], doc: CodedDocument) -> tuple[Sense, str]:
        """What a name stands for, and the actor's name. What the text itself says goes before the lexicons."""
        if words in aliases:
            return aliases[words]
        senses = self.lexicon.names.look_up(words)
        for kind in KINDS:
            for sense in senses:
                if sense.kind == kind:
                    return self.name_sense(sense)
        person = self.find_office_holder(words, doc)
        return (Sense("person", person), person) if person else (Sense(UNKNOWN, words), words)

    def find_office_holder(self, words: str, doc: CodedDocument) -> str | None:
        """The person in office on the report's date with a surname, or with a first and last name.

        Of several the one who heads a state or government; where none is in office, the only one who ever did.
        """
        first, last = words.split()[0], words.split()[-1]
        people = self.lexicon.people_by_surname.get(last if first != last else words, [])
        if first != last:
            people = [person for person in people if person.split()[0] == first]
        published, offices = doc.document.published, self.lexicon.offices
        if published is None:
            return people[0] if len(people) == 1 else None
        in_office = [person for person in people if is_in_office(offices[person], published)]
        heads = [person for person in in_office if is_head_on(offices[person], published)]
        for found in (in_office, heads):
            if len(found) == 1:
                return found[0]
        is_alone = len(people) == 1 and any(is_head(office) for office in offices[people[0]])
        return people[0] if is_alone and not in_office else None

    def name_sense(self, sense: Sense) -> tuple[Sense, str]:
        """The sense under which all names of the actor meet, and the actor's name."""
        if sense.kind == "actor":
            return sense, self.lexicon.actors[sense.key].name
        if sense.kind in ("country", "adjective", "demonym"):
            return Sense("country", sense.key), self.lexicon.countries[sense.key].name
        if sense.kind == "capital":
            country = self.lexicon.metonyms[sense.key].country
            return (
                self.name_sense(Sense("country", country)) if country in self.lexicon.countries else (sense, sense.key)
            )
        return sense, sense.key

    def make(self, entity: Entity, doc: CodedDocument) -> Actor:
        """The actor with all that is known of it on the report's date."""
        kind, key = entity.sense
        if kind == "country":
            country = self.lexicon.countries[key]
            return make_actor(doc.id, entity.name, "state", code=(key, "GOV"), identifier=wikidata(country.wikidata))
        if kind in ("building", "capital"):
            seat = self.lexicon.metonyms[key]
            return make_actor(doc.id, entity.name, "organization", code=(seat.country, seat.sector or None))
        if kind == "people":
            people = self.lexicon.peoples[entity.name]
            told = next((one.country for one in entity.descriptions if one.country), None)
            return make_actor(
                doc.id, entity.name, "group", code=(told or people.country or None, people.sector or None)
            )
        if kind == "actor":
            entry = self.lexicon.actors[key]
            code = (entry.country or None, entry.sector or None)
            identifier = wikidata(entry.wikidata)
            return make_actor(doc.id, entity.name, entry.type, code=code, sectors=entry.sectors, identifier=identifier)
        if kind == MINORITY:
            home = key.rpartition("/")[2]
            return make_actor(doc.id, entity.name, "group", code=(home or None, None))
        if kind == SHARED:
            return make_actor(doc.id, entity.name, "unnamed", code=(None, None), key=SHARED)
        return self.make_described(entity, doc)

    def make_described(self, entity: Entity, doc: CodedDocument) -> Actor:
        """A person, or a name that no lexicon knows, by its offices and by what the text says."""
        place = doc.places_by_id.get(doc.target_of(entity.mentions[0], "place") or "")
        if place is not None and place.precision == "region" and entity.sense.kind == UNKNOWN:
            return make_actor(doc.id, entity.name, "organization", code=(place.country, "GOV"))
        told = next((one for one in entity.descriptions if one.has_title), NOTHING)
        country = next((one.country for one in entity.descriptions if one.country), None)
        offices = self.lexicon.offices.get(entity.sense.key, []) if entity.sense.kind == "person" else []
        standing = find_standing(offices, doc.document.published)
        type_of = "person" if entity.sense.kind == "person" else self.guess_type(entity.name, told)
        sector, role = told.sector, told.role if (told.role or "").casefold().rstrip(".") not in HONORIFICS else None
        if offices:
            country = country if country and told.has_title else (standing.office if standing else offices[0]).country
        if standing:
            sector, role = sector or standing.sector, role or standing.office.office
        if type_of == "person" and country is None and told.has_title:
            country = self.find_shared_country(entity.name) or self.find_home_of(entity, doc, told.sector)
        if type_of != "person":
            sector = sector or self.find_organization(entity.name)[1]
            country = country or self.find_country_inside(entity.name)
        if told.is_former or (standing and standing.is_former and not told.has_title):
            sector = FORMER
        identifier = wikidata(next((one.wikidata for one in offices if one.wikidata), ""))
        return make_actor(doc.id, entity.name, type_of, code=(country, sector), role=role, identifier=identifier)

    def find_shared_country(self, name: str) -> str | None:
        """The country of all who ever held an office under a surname: "President Bush", whichever of the two."""
        people = self.lexicon.people_by_surname.get(name.split()[-1], [])
        countries = {office.country for person in people for office in self.lexicon.offices[person]}
        return next(iter(countries)) if len(countries) == 1 else None

    def find_home_of(self, entity: Entity, doc: CodedDocument, sector: str | None) -> str | None:
        """The only country that the sentence of an unknown official's first mention names, unless he is abroad."""
        head = doc.parsed.root_in(entity.mentions[0].span)
        if head is None or sector not in OFFICIAL:
            return None
        sentence = doc.parsed.sentence_of(head)
        if any(one.lemma in ABROAD for one in doc.parsed.tokens_of(sentence)):
            return None
        named = {
            choose_country(match.senses, self.lexicon)
            for match in self.lexicon.names.find(sentence.span.slice(doc.text))
            if match.span.end - match.span.start > 1
        }
        countries = (named - {None}) | list_countries(doc, sentence)
        return next(iter(countries)) if len(countries) == 1 else None

    def guess_type(self, name: str, told: Description) -> ActorType:
        """Whether an unknown name is a person's, an organisation's or a group's."""
        found = self.find_organization(name)[0]
        if found:
            return found
        words = name.split()
        if told.has_title or words[0] in self.lexicon.given_names:
            return "person"
        return "organization" if name.isupper() and len(words) == 1 else "person"

    def find_organization(self, name: str) -> tuple[ActorType | None, str | None]:
        """The type and sector that a word of an organisation's name tells; the last such word decides."""
        for word in reversed(name.replace("-", " ").split()):
            found = self.lexicon.organization_words.get(word.casefold())
            if found:
                return ("group" if found[0] == "group" else "organization"), found[1] or None
        return None, None

    def find_country_inside(self, name: str) -> str | None:
        """The country of the known name that opens or ends a longer one: "Iraqi Army", "Bar Association of Malta"."""
        matches = list(self.lexicon.names.find(name))
        for match in (*matches[:1], *matches[-1:]):
            if match.span.start == 0 or match.span.end == len(name):
                return choose_country(match.senses, self.lexicon)
        return None


def is_minority(mention: Mention, doc: CodedDocument) -> bool:
    """Whether a nationality is of people of another state: "ethnic Albanians", "the Albanians of southern Serbia"."""
    head = doc.parsed.root_in(mention.span)
    if head is None or head.tag not in ("NNS", "NNPS"):
        return False
    if any(one.lemma == "ethnic" for one in doc.parsed.children_of(head, "amod", "compound", "nmod")):
        return True
    return any(one.lemma in ("of", "in") for one in doc.parsed.children_of(head, "prep")) and bool(find_home(doc, head))


def wikidata(number: str) -> str | None:
    """An identifier of the interchange format, from a Wikidata id."""
    return f"wikidata:{number}" if number else None
