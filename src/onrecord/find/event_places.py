"""Where an event happened, which is not every place that its sentence names.

    its own phrase       clashed in Jos · an attack on a market in Kano · the Jos riots · In Kano, police arrested
    what it was done to  shelled Kharkiv · withdrew from Sirte · raided the village of Kawaji
    a verb beside it     entered Bria and killed · killed five, striking a market in Aleppo
    back to a place      met the speaker *there*
    the story's place    "The blast wounded twelve" after "A bomb went off in Kabul"
    the dateline         only what people of its country did, in the first sentences, where no other place is told

No place: a country that acts or is acted upon, homes and origins (the governor *of Kano*), places of another event
inside this one (condemned *the attack in Kabul*). Unknown stays unknown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.folds import Candidate
from onrecord.find.place_search import INSIDE, NOWHERE, PHYSICAL, Found, PlaceSearch, is_embedded
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Token
from onrecord.model.phrases import find_preposition
from onrecord.model.spans import Span

DEFINITE = {"the", "this", "that", "these", "those", "both"}
AT_HOME = {"COERCE", "PROTEST"}
"""Types that actors do in their own country, whoever it is done to."""
EARLIER = {"earlier", "previously", "before", "once", "formerly", "already", "ago", "often", "repeatedly"}
"""Adverbs by which a sentence leaves the time of the one before."""
FIRST_SENTENCES = 3
NEAR_SENTENCES = 2


@dataclass(frozen=True)
class Told:
    """An event told before, with its place, its time and the actors of both sides."""

    one: Candidate
    place: str | None
    time: str | None
    actors: frozenset[str]


@dataclass(frozen=True, eq=False)
class EventPlaceFinder:
    """Finds the places of events."""

    lexicon: Lexicon

    def find(self, doc: CodedDocument, one: Candidate, heads: Mapping[int, str], told: Sequence[Told]) -> Found:
        """The place of an event and the words that tell it. `heads`: the types of all events by their trigger words."""
        search = PlaceSearch(doc, self.lexicon, one, heads)
        for trigger in (one.trigger, *one.also):
            found = search.find(trigger.token)
            if found[0]:
                return found
        if one.type not in PHYSICAL | {"CONSULT", "AGREE"}:
            return NOWHERE
        again = self.find_story(doc, one, [earlier for earlier in told if earlier.place])
        return (again.place if again else self.find_dateline(doc, one), None)

    def find_time(self, doc: CodedDocument, one: Candidate, told: Sequence[Told]) -> str | None:
        """The time of the event before, for a sentence in the past that goes on about it and tells no other."""
        if one.type not in PHYSICAL or not is_plain_past(doc, one.token):
            return None
        again = self.find_story(doc, one, [earlier for earlier in told if earlier.time])
        return again.time if again else None

    def find_story(self, doc: CodedDocument, one: Candidate, told: Sequence[Told]) -> Told | None:
        """The event before, where a sentence goes on about it or about those who were in it."""
        for earlier in reversed(told):
            distance = one.token.sentence - earlier.one.token.sentence
            if distance > NEAR_SENTENCES:
                break
            if distance and goes_on(doc, one, self.lexicon.scene_nouns["scene"] | self.lexicon.scene_nouns["company"]):
                return earlier
            is_beside = one.token.label == "conj" and one.token.head == earlier.one.token.index
            if (distance == 1 or is_beside) and is_same_company(doc, one, earlier):
                return earlier
        return None

    def find_dateline(self, doc: CodedDocument, one: Candidate) -> str | None:
        """The dateline's place for an event of the first sentences whose actors are all of its country, or of none."""
        if one.type not in PHYSICAL:
            return None
        zone = next((zone for zone in doc.document.zones if zone.kind == "dateline"), None)
        if zone is None:
            return None
        first = next((s.index for s in doc.parsed.sentences if s.span.start >= zone.span.end), None)
        if first is None or not first <= one.token.sentence < first + FIRST_SENTENCES:
            return None
        mention = next((m for m in doc.mentions if zone.span.contains(m.span) and doc.target_of(m, "place")), None)
        place = doc.places_by_id.get(doc.target_of(mention, "place") or "") if mention else None
        if place is None:
            return None
        is_abroad = one.type not in AT_HOME and any(
            tells_country(doc, side.span) for side in (*one.actors, *one.recipients)
        )
        sides = one.actors if one.type in AT_HOME else (*one.actors, *one.recipients)
        actors = [doc.actors_by_id.get(side.actor) for side in sides]
        countries = {actor.country for actor in actors if actor is not None and actor.country}
        if is_abroad or countries - {place.country} or names_elsewhere(doc, one.token, zone.span):
            return None
        return place.id


def names_elsewhere(doc: CodedDocument, token: Token, dateline: Span) -> bool:
    """Whether an event's sentence names a place outside the dateline that is more than a goal or an origin."""
    inside = doc.parsed.sentence_of(token).span
    for mention in doc.mentions:
        if not inside.contains(mention.span) or dateline.overlaps(mention.span) or is_embedded(mention):
            continue
        if mention.form != "name" or not doc.target_of(mention, "place"):
            continue
        head = doc.parsed.root_in(mention.span)
        preposition = find_preposition(doc.parsed, head) if head is not None else None
        is_path = preposition is not None and preposition.lemma in ("to", "from", "for")
        is_inside = preposition is not None and preposition.lemma in INSIDE
        if not is_path and (mention.kind == "place" or is_inside):
            return True
    return False


def is_plain_past(doc: CodedDocument, token: Token) -> bool:
    """Whether a word tells what happened next: "shot", not "had shot", "will shoot" or "shot earlier"."""
    below = doc.parsed.children_of(token)
    is_past = token.tag in ("VBD", "VBN", "VBG") or token.tag.startswith("NN")
    return is_past and not any(
        (one.label == "aux" and one.lemma != "be") or (one.label == "advmod" and one.lemma in EARLIER) for one in below
    )


def goes_on(doc: CodedDocument, one: Candidate, nouns: frozenset[str]) -> bool:
    """Whether an event is told by a definite noun that only an event told before explains: "the blast wounded"."""
    parse = doc.parsed
    verb = one.token
    while verb.label == "conj" and not parse.children_of(verb, "nsubj", "nsubjpass"):
        verb = parse.head_of(verb)
    told = [one.token, *parse.children_of(verb, "nsubj", "nsubjpass"), *parse.children_of(one.token, "dobj")]
    for preposition in [
        *parse.children_of(one.token, "prep"),
        *(p for noun in told[1:] for p in parse.children_of(noun, "prep")),
    ]:
        told += parse.children_of(preposition, "pobj")
    for noun in told:
        if noun.tag.startswith("NN") and noun.lemma in nouns:
            below = parse.children_of(noun)
            if any(child.lemma in DEFINITE for child in below) and not any(c.label in ("prep", "relcl") for c in below):
                return True
    return False


def is_same_company(doc: CodedDocument, one: Candidate, earlier: Told) -> bool:
    """Whether somebody of the event before acts or is acted upon, by a pronoun or a definite noun."""
    for side in (*one.actors, *one.recipients):
        head = doc.parsed.root_in(side.span)
        if head is None or side.actor not in earlier.actors:
            continue
        if head.tag in ("PRP", "PRP$") or any(c.lemma in DEFINITE for c in doc.parsed.children_of(head, "det")):
            return True
    return False


def tells_country(doc: CodedDocument, span: Span) -> bool:
    """Whether words name a country, as nobody at home does: "U.S. warplanes"."""
    inside = (one for one in doc.mentions if span.contains(one.span) and one.form in ("name", "adjective"))
    places = (doc.places_by_id.get(doc.target_of(one, "place") or "") for one in inside)
    return any(place is not None and place.precision == "country" for place in places)


def list_sides(one: Candidate) -> Iterator[str]:
    """The actors of both sides of an event."""
    for side in (*one.actors, *one.recipients):
        yield side.actor
