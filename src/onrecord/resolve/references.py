"""Which actor a common noun or a pronoun stands for.

    the minister · the group      the last actor that the words fit
    the Iraqi government          the state itself
    rebels                        an unnamed actor, the same one at each "the rebels"
    he, she · they · it           the last actor that agrees, the subject first
    I, we (in a quotation)        its speaker
What fits nobody gets an unnamed actor of its own, with what the words tell of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import Agent
from onrecord.model.actors import Actor, make_actor
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.links import make_link
from onrecord.model.mentions import Mention
from onrecord.model.parse import Token, span_of
from onrecord.resolve.antecedents import (
    Antecedent,
    find_fitting_noun,
    find_fitting_pronoun,
    find_following,
    fits_noun,
)
from onrecord.resolve.descriptions import FORMER_WORDS, find_country, find_title_sector
from onrecord.resolve.homes import AT_HOME, THOSE_THERE, find_home
from onrecord.resolve.introductions import find_introduced

FIRST_PERSON = {"i", "me", "my", "we", "us", "our", "ourselves", "ours", "myself", "mine"}
GOVERNMENTS = {"government", "administration", "regime", "authority", "authorities"}
DEFINITE = {"the", "this", "that", "these", "those"}
FORMER = "ELI"
SIGNING_ZONES = ("dateline", "byline")
"""Where names are of those who tell, whom no later word means."""
OWNING = ("of", "from", "in")


@dataclass
class Discourse:
    """What has been resolved so far, in the order of the text."""

    doc: CodedDocument
    before: list[Antecedent] = field(default_factory=list)
    unnamed: dict[str, Actor] = field(default_factory=dict)
    chosen: dict[str, Actor] = field(default_factory=dict)

    @cached_property
    def names(self) -> list[Antecedent]:
        """All names of the document with their actors, in the order of the text."""
        found = []
        for mention in self.doc.mentions:
            actor = self.doc.actor_of(mention) if mention.kind == "actor" and mention.form == "name" else None
            head = self.doc.parsed.root_in(mention.span) if actor else None
            if actor and head:
                found.append(Antecedent(actor, mention, head))
        return found

    @cached_property
    def names_by_sentence(self) -> dict[int, list[Antecedent]]:
        """The names of each sentence."""
        found: dict[int, list[Antecedent]] = {}
        for one in self.names:
            found.setdefault(one.head.sentence, []).append(one)
        return found

    @cached_property
    def new_names(self) -> dict[int, list[Antecedent]]:
        """The names of each sentence that name their actor for the first time."""
        found: dict[int, list[Antecedent]] = {}
        seen: set[str] = set()
        for one in self.names:
            if one.actor.id not in seen:
                seen.add(one.actor.id)
                found.setdefault(one.head.sentence, []).append(one)
        return found

    @cached_property
    def people_by_country(self) -> dict[str, list[Antecedent]]:
        """The names of people of each country."""
        found: dict[str, list[Antecedent]] = {}
        for one in self.names:
            if one.actor.type == "person" and one.actor.country:
                found.setdefault(one.actor.country, []).append(one)
        return found


@dataclass(frozen=True, eq=False)
class ReferenceResolver:
    """The stage that links nominals and pronouns to actors. Runs after resolve.actors and find.statements."""

    lexicon: Lexicon
    name: ClassVar[str] = "resolve.references"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "actors", "links", "statements")
    writes: ClassVar[tuple[str, ...]] = ("actors", "links")

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Links in the order of the text; the first person comes last, since its speaker may be named later."""
        talk = Discourse(doc)
        first_person: list[Mention] = []
        for mention in sorted((one for one in doc.mentions if one.kind == "actor"), key=lambda one: one.span):
            head = doc.parsed.root_in(mention.span)
            if head is None:
                continue
            if mention.form in ("name", "adjective"):
                actor = doc.actor_of(mention)
                if actor:
                    talk.chosen[mention.id] = actor
                    if doc.parsed.sentence_of(head).zone_kind not in SIGNING_ZONES:
                        talk.before.append(Antecedent(actor, mention, head))
            elif mention.form == "pronoun" and head.lemma in FIRST_PERSON:
                first_person.append(mention)
            else:
                yield from self.resolve(mention, head, talk)
        for mention in first_person:
            yield from self.resolve_first_person(mention, talk)

    def resolve(self, mention: Mention, head: Token, talk: Discourse) -> Iterator[Record]:
        """The link of a nominal or of a pronoun of the third person."""
        if head.tag in ("WP", "WDT"):
            actor, how = self.choose_for_relative(head, talk), "relative"
        elif mention.form == "nominal":
            actor, how = self.choose_for_noun(mention, head, talk)
        else:
            actor, how = self.choose_for_pronoun(head, talk), "agreement"
        if actor is None:
            actor, how = self.make_unnamed(mention, head, talk), "unnamed"
        yield from self.link(mention, actor, how, talk)
        talk.before.append(Antecedent(actor, mention, head))

    def link(self, mention: Mention, actor: Actor, how: str, talk: Discourse) -> Iterator[Record]:
        """The actor, new or not, and the link to it."""
        talk.chosen[mention.id] = actor
        yield actor
        yield make_link(mention.id, "actor", actor.id, score=1.0, rank=0, maker=f"{self.name}/{how}")

    def choose_for_noun(self, mention: Mention, head: Token, talk: Discourse) -> tuple[Actor | None, str]:
        """The actor that a common noun stands for: its apposition, its state, or the last one it fits."""
        parse = talk.doc.parsed
        beside = [*parse.children_of(head, "appos"), *([parse.head_of(head)] if head.label == "appos" else [])]
        for one in beside:
            other = talk.doc.mentions_by_head.get(("actor", one.index))
            actor = talk.chosen.get(other.id) or talk.doc.actor_of(other) if other and other.form == "name" else None
            if actor:
                return actor, "apposition"
        country = self.find_owner_country(mention, head, talk.doc)
        if head.lemma in GOVERNMENTS and country in self.lexicon.countries:
            return self.make_state(str(country), talk.doc), "government"
        words = talk.doc.parsed.tokens_in(mention.span)
        is_definite = words[0].words.casefold() in DEFINITE
        introduced = find_introduced(head, words, talk.new_names, parse)
        if introduced:
            return introduced, "introduced"
        if country is None and is_definite:
            return find_fitting_noun(head, words, talk.before, self.lexicon), "definite"
        if country and head.tag == "NN" and (is_definite or any(token.tag == "POS" for token in words)):
            people = [one for one in talk.before if one.actor.country == country and one.actor.type == "person"]
            found = find_fitting_noun(head, words, people, self.lexicon)
            return found or self.find_named_later(head, words, country, talk), "definite"
        return None, "unnamed"

    def find_named_later(self, head: Token, words: Sequence[Token], country: str, talk: Discourse) -> Actor | None:
        """The only person named further on who held the office: "France's foreign minister … Laurent Fabius"."""
        told = {token.words.casefold() for token in words}
        fitting = {
            one.actor.id: one.actor
            for one in talk.people_by_country.get(country, ())
            if fits_noun(head, told, one.actor, self.lexicon)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def choose_for_pronoun(self, head: Token, talk: Discourse) -> Actor | None:
        """The subject that a pronoun points forward to, else the last actor that it agrees with."""
        ahead = find_following(talk.doc.parsed, head, talk.names_by_sentence.get(head.sentence, []), self.lexicon)
        return ahead or find_fitting_pronoun(head, talk.before, self.lexicon)

    def choose_for_relative(self, head: Token, talk: Discourse) -> Actor | None:
        """The actor that "who" stands for: the noun that its clause hangs on."""
        parse = talk.doc.parsed
        antecedent = parse.head_of(parse.head_of(head))
        mention = talk.doc.mentions_by_head.get(("actor", antecedent.index))
        return (talk.chosen.get(mention.id) or talk.doc.actor_of(mention)) if mention else None

    def make_state(self, country: str, doc: CodedDocument) -> Actor:
        """The state whose government is meant; the same record as its name makes."""
        entry = self.lexicon.countries[country]
        identifier = f"wikidata:{entry.wikidata}" if entry.wikidata else None
        return make_actor(doc.id, entry.name, "state", code=(country, "GOV"), identifier=identifier)

    def find_owner_country(self, mention: Mention, head: Token, doc: CodedDocument) -> str | None:
        """The country that a noun belongs to: "French", "France's", "of France", "in France", "UN"."""
        parse = doc.parsed
        within = list(parse.tokens_in(mention.span))
        for preposition in parse.children_of(head, "prep"):
            for child in parse.children_of(preposition, "pobj") if preposition.lemma in OWNING else []:
                within += [child, *parse.children_of(child, "poss", "compound", "amod", "nmod")]
        for token in within:
            owner = doc.mentions_by_head.get(("actor", token.index))
            actor = doc.actor_of(owner) if owner and owner.span != mention.span else None
            country = actor.country if actor else find_country(token, self.lexicon)
            place = doc.mentions_by_head.get(("place", token.index))
            if country is None and place and mention.span.contains(place.span):
                found = doc.places_by_id.get(doc.target_of(place, "place") or "")
                country = found.country if found else None
            if country:
                return country
        return None

    def find_agent(self, head: Token, doc: CodedDocument) -> Agent | None:
        """The entry of the noun with the word before it, else of the noun alone."""
        before = [child for child in doc.parsed.children_of(head, "compound", "amod") if child.index < head.index]
        for child in before:
            entry = self.lexicon.agents.get(f"{child.lemma} {head.lemma}")
            if entry:
                return entry
        return self.lexicon.agents.get(head.lemma)

    def make_unnamed(self, mention: Mention, head: Token, talk: Discourse) -> Actor:
        """An actor without a name; a noun that says the same again is the same one."""
        doc = talk.doc
        words = [token for token in doc.parsed.tokens_in(mention.span) if token.tag not in ("DT", "PDT", "``", "''")]
        name = " ".join((span_of(words) if words else mention.span).slice(doc.text).split())
        key = name.casefold() if mention.form == "nominal" else str(mention.span)
        if key in talk.unnamed:
            return talk.unnamed[key]
        entry = self.find_agent(head, doc) if mention.form == "nominal" else None
        country = self.find_owner_country(mention, head, doc) if mention.form == "nominal" else None
        sector = (entry.sector if entry else find_title_sector(words, self.lexicon)) or None
        if country is None and mention.form == "nominal" and (sector in AT_HOME or head.lemma in THOSE_THERE):
            country = find_home(doc, head)
        if any(token.words.casefold() in FORMER_WORDS for token in words):
            sector = FORMER
        actor = make_actor(doc.id, name, "unnamed", code=(country, sector), key=key)
        talk.unnamed[key] = actor
        return actor

    def resolve_first_person(self, mention: Mention, talk: Discourse) -> Iterator[Record]:
        """ "We" and "I" are the speaker of the innermost statement around them; outside of one they stay unnamed."""
        around = [one for one in talk.doc.statement_index.find_around(mention.span) if one.speaker_span]
        around = [one for one in around if not (one.speaker_span and one.speaker_span == mention.span)]
        around.sort(key=lambda one: sum(end - start for start, end in one.content))
        by_span = talk.doc.actor_mentions
        for statement in around:
            speaker = by_span.get(statement.speaker_span) if statement.speaker_span else None
            actor = talk.chosen.get(speaker.id) if speaker else None
            if actor:
                yield from self.link(mention, actor, "speaker", talk)
                return
        head = talk.doc.parsed.root_in(mention.span)
        if head is not None:
            yield from self.link(mention, self.make_unnamed(mention, head, talk), "unnamed", talk)
