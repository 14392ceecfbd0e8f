"""The search for one event's place in the words around its triggers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.circumstances import opens_clause
from onrecord.find.folds import Candidate
from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse, Token
from onrecord.model.spans import Span

Found = tuple[str | None, Span | None]
NOWHERE: Found = (None, None)

SPOKEN = {"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "SANCTION"}
"""Types of what is said or decreed: the object of such an event has a place of its own."""
SIGNED = {"sign", "agreement", "deal", "treaty", "pact", "accord", "expel", "deport", "meet", "host", "ratify"}
"""Words of triggers that are done at a place though their type is of what is said."""
PHYSICAL = {"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE"}
"""Types of what is done on the ground, which alone may have the place of a dateline or of the event before."""
MOVING = {"PROTEST", "CONSULT", "MOBILIZE", "RETREAT", "AID"}
"""Types of which "to" tells the place: marched to the parliament, travelled to Kigali."""
LEAVING = {"RETREAT", "COERCE", "CONCEDE", "AID"}
"""Types of which "from" tells the place: withdrew from Sirte, evacuated from Juba."""
INHABITANTS = {"resident", "inhabitant", "villager", "people", "population", "dweller"}
"""Whose "of" tells where they are: "evacuated residents of Shebekino"."""
HITTING = ("on", "at", "against", "into", "onto", "upon", "through", "over", "towards", "toward")
ALONG = ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative")
LEADING = ("with", "against", "by", "on", "of", "at", "into", "to", "for", "from", "upon", "during", "between", "amid")
"""Prepositions before those that an event was done to, where they may be told to be."""
INSIDE = {"in", "inside", "across", "throughout", "within", "near", "outside", "around", "along", "off", "amid"}
"""Prepositions after which a country is where something happened, and not what it was done to."""
EXACTNESS = {"point": 0, "city": 0, "district": 1, None: 1, "region": 2, "country": 3, "area": 4}
"""Precisions in the order of how much ground they leave open."""


@dataclass(frozen=True, eq=False)
class PlaceSearch:
    """The search for one event's place around its triggers."""

    doc: CodedDocument
    lexicon: Lexicon
    one: Candidate
    heads: Mapping[int, str]

    @property
    def nouns(self) -> dict[str, frozenset[str]]:
        """Nouns for scenes, gatherings, occasions and parts of places, by their kind."""
        return self.lexicon.scene_nouns

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Prepositions of place that are one word."""
        return frozenset(one for one in self.lexicon.place_prepositions if " " not in one and one != "between")

    @cached_property
    def is_spoken(self) -> bool:
        """Whether the event is something said or decreed rather than done at a place."""
        return self.one.type in SPOKEN and not any(token.lemma in SIGNED for token in self.one.trigger.words)

    def find(self, token: Token) -> Found:
        """The place that the words around a trigger tell."""
        for number, owner in enumerate(self.list_owners(token)):
            found = self.find_at(owner, is_own=number == 0)
            if found[0]:
                return found
        found = self.find_described(token)
        if found[0] is None:
            found = self.find_frame(token)
        return found if found[0] else self.find_later(token)

    def find_described(self, token: Token) -> Found:
        """The place that a relative clause is about: "Lysychansk, which artillery shelled"."""
        parse = self.doc.parsed
        objects = parse.children_of(token, "dobj", "nsubjpass")
        is_about = token.label == "relcl" and any(one.tag in ("WDT", "WP") for one in objects)
        return self.read_target(parse.head_of(token)) if is_about and not self.is_spoken else NOWHERE

    def find_later(self, token: Token) -> Found:
        """The place that the verb after a verb tells for both: "killed two and wounded four near Tarmiyah"."""
        if self.one.type not in PHYSICAL:
            return NOWHERE
        parse = self.doc.parsed
        later = [one for one in parse.children_of(token, "conj") if one.tag.startswith("VB")]
        places = (self.find_phrase_place(one) for one in later if not parse.children_of(one, "nsubj", "nsubjpass"))
        return next((found for found in places if found[0]), NOWHERE)

    def find_frame(self, token: Token) -> Found:
        """The place that opens the sentence and holds for clauses beside the first: "In Quetta, lawyers … and …"."""
        parse = self.doc.parsed
        last = token
        for above in parse.ancestors(token):
            if last.label not in ("conj", "advcl"):
                return NOWHERE
            subjects = parse.children_of(above, "nsubj", "nsubjpass")
            for child in parse.children_of(above, "prep"):
                if subjects and child.index < subjects[0].index and child.lemma in self.prepositions:
                    for head in parse.children_of(child, "pobj"):
                        found = self.read_phrase(head)
                        if found[0]:
                            return found
            last = above
        return NOWHERE

    def list_owners(self, token: Token) -> list[Token]:
        """The trigger, then what it hangs on, up to the next clause that has a subject of its own."""
        parse = self.doc.parsed
        found = [token]
        for above in parse.ancestors(token):
            last = found[-1]
            is_purpose = last.label == "advcl" and any(one.lemma == "to" for one in parse.children_of(last, "aux"))
            if (opens_clause(parse, last) and not is_purpose) or above.tag[:1] not in ("V", "N", "I"):
                break
            if last.label == "conj" and (self.is_spoken or parse.children_of(last, "nsubj", "nsubjpass")):
                break
            found.append(above)
        return found

    def find_at(self, owner: Token, *, is_own: bool) -> Found:
        """The place that hangs on one word: its own phrases, what it is done to, and what lies below."""
        parse = self.doc.parsed
        for child in parse.children_of(owner, "compound", "nmod", "poss", "amod"):
            if owner.tag.startswith("NN") and is_own:
                found = self.read_mention(child, is_modifier=True)
                if found[0]:
                    return found
        hit = self.find_hit(owner, is_own=is_own) if owner.tag.startswith(("V", "N")) else NOWHERE
        phrase = self.find_phrase_place(owner)
        if phrase[0] and not (hit[0] and self.is_less_exact(phrase[0], hit[0])):
            return phrase
        return hit if hit[0] else self.find_below(owner)

    def is_less_exact(self, one: str, other: str) -> bool:
        """Whether a place is a country or region where the other is a town."""
        places = self.doc.places_by_id
        return EXACTNESS[places[one].precision] > EXACTNESS[places[other].precision]

    def find_phrase_place(self, owner: Token) -> Found:
        """The place in a phrase of place that hangs on a word itself: "in Jos", "there"; the nearest to it."""
        parse = self.doc.parsed
        is_spoken = self.is_spoken
        found: list[tuple[int, Found]] = []
        for child in parse.children_of(owner, "prep", "advmod", "npadvmod", "advcl", "dep"):
            if child.words.casefold() == "there" and child.label == "advmod":
                back = self.find_last_place(child)
                if back:
                    found.append((abs(child.index - owner.index), (back, child.span)))
            if child.label == "advmod" or child.lemma not in self.prepositions:
                nested = [one for one in parse.children_of(child, "prep") if one.lemma in self.prepositions]
                if child.label != "advmod" or not nested:
                    continue
                child = nested[0]
            if is_spoken and self.follows_event(owner, child):
                continue
            for head in parse.children_of(child, "pobj", "pcomp"):
                inside = self.read_phrase(head, is_inside=child.lemma in INSIDE)
                if inside[0]:
                    found.append((abs(child.index - owner.index), inside))
        if is_spoken and not found:
            found = list(self.list_occasions(owner))
        return min(found, key=self.rank_phrase, default=(0, NOWHERE))[1]

    def rank_phrase(self, pair: tuple[int, Found]) -> tuple[int, int]:
        """How exact a place is, then how near its phrase is to the trigger: the less the better."""
        distance, (place, _) = pair
        return EXACTNESS[self.doc.places_by_id[place or ""].precision], distance

    def list_occasions(self, owner: Token) -> Iterator[tuple[int, Found]]:
        """Where something was said: "speaking in Vienna, he condemned", "during a mass in Kinshasa"."""
        parse = self.doc.parsed
        for child in parse.children_of(owner, "advcl"):
            if child.tag == "VBG" and child.index < owner.index:
                found = self.find_phrase_place(child)
                nouns = parse.children_of(child, "dobj") + [
                    one
                    for preposition in parse.children_of(child, "prep")
                    for one in parse.children_of(preposition, "pobj")
                ]
                for place in (found, *map(self.find_on_noun, nouns)):
                    if place[0]:
                        yield abs(child.index - owner.index), place
        for child in parse.children_of(owner, "prep"):
            for head in parse.children_of(child, "pobj") if child.lemma in ("during", "at", "in") else []:
                if head.lemma in self.nouns["occasion"]:
                    found = self.find_on_noun(head)
                    if found[0]:
                        yield abs(child.index - owner.index), found

    def follows_event(self, owner: Token, preposition: Token) -> bool:
        """Whether another event stands between a word of speech and a phrase after it: "condemned the raid in Gao"."""
        between = self.doc.parsed.tokens[owner.index + 1 : preposition.index]
        return any(
            (one.label == "dobj" and one.head == owner.index)
            or one.index in self.heads
            or one.lemma in self.nouns["scene"]
            or one.lemma in self.nouns["gathering"]
            or one.tag.startswith("VB")
            or (one.lemma in ("of", "for") and one.head == owner.index)
            for one in between
        )

    def find_hit(self, owner: Token, *, is_own: bool) -> Found:
        """A town, base or region that an event was done to: "shelled Kharkiv", "withdrew from Sirte"."""
        if is_own and self.is_spoken:
            return NOWHERE
        if owner.index not in self.heads and owner.tag.startswith("N"):
            return NOWHERE
        parse = self.doc.parsed
        objects = parse.children_of(owner, "dobj", "nsubjpass")
        for preposition in parse.children_of(owner, "prep", "agent"):
            is_to = preposition.lemma == "to" and (self.one.type in MOVING or not is_own)
            if preposition.lemma in HITTING or is_to or (preposition.lemma == "of" and owner.tag.startswith("N")):
                objects += parse.children_of(preposition, "pobj")
        carried = [owner, *parse.children_of(owner, "dobj", "nsubjpass")]
        for preposition in [one for holder in carried for one in parse.children_of(holder, "prep")]:
            if preposition.lemma == "from" and self.one.type in LEAVING:
                objects += parse.children_of(preposition, "pobj")
        for one in objects:
            found = self.read_target(one)
            if found[0] and not self.is_government(one, owner):
                return found
        return NOWHERE

    def is_government(self, head: Token, owner: Token) -> bool:
        """Whether a capital stands for its government where something is done to it: "intimidate Washington"."""
        mention = self.doc.mentions_by_head.get(("actor", head.index))
        is_stormed = owner.tag.startswith("N") or owner.lemma in self.lexicon.toponym_words["taking"]
        return mention is not None and mention.form == "name" and not is_stormed

    def read_target(self, head: Token) -> Found:
        """The place that a noun phrase is: "Kharkiv", "the rebel-held suburbs of Homs", "the Bagram base"."""
        found = self.read_mention(head)
        if found[0]:
            return found if self.doc.places_by_id[found[0]].precision not in ("country", "area") else NOWHERE
        parse = self.doc.parsed
        is_part = head.lemma in self.nouns["part"] or head.lemma in self.lexicon.place_nouns
        if is_part or head.lemma in INHABITANTS:
            for preposition in parse.children_of(head, "prep"):
                for inner in parse.children_of(preposition, "pobj") if preposition.lemma == "of" else []:
                    found = self.read_target(inner)
                    if found[0]:
                        return found
        is_thing = head.tag in ("NN", "NNS") and head.lemma not in self.nouns["scene"] and head.index not in self.heads
        is_hit = is_part or (is_thing and self.one.type in PHYSICAL)
        for child in parse.children_of(head, "compound", "nmod", "appos") if is_hit else []:
            found = self.read_mention(child, is_modifier=not is_part)
            if found[0]:
                return found
        return NOWHERE

    def read_phrase(self, head: Token, *, is_inside: bool = True) -> Found:
        """The most exact place of a phrase after a preposition: "a market in Kano", "the town of Ansongo".

        Of a phrase that something is not in ("rockets at Israel", "over the Paris shooting"), countries and what
        stands before the noun of another event are none.
        """
        parse = self.doc.parsed
        named = self.read_named(head)
        if named[0] and (is_inside or self.doc.places_by_id[named[0]].precision not in ("country", "area")):
            return named
        found = NOWHERE
        below = parse.children_of(head)
        if head.lemma in self.nouns["part"]:
            below.sort(key=lambda one: one.lemma != "of")
        for child in below:
            if child.label in ("compound", "nmod", "poss"):
                is_other = not is_inside and (head.lemma in self.nouns["scene"] or head.index in self.heads)
                found = NOWHERE if is_other else self.read_mention(child, is_modifier=True)
            elif child.label == "appos":
                found = self.read_phrase(child)
            elif child.label == "prep" and self.leads_on(head, child):
                found = next(
                    (one for one in map(self.read_phrase, parse.children_of(child, "pobj")) if one[0]), NOWHERE
                )
            if found[0]:
                return found
        return NOWHERE

    def read_named(self, head: Token) -> Found:
        """The place that a phrase names, or a more exact one beside it: "Kasese, western Uganda"."""
        parse = self.doc.parsed
        found = self.read_mention(head)
        if found[0] is None and head.lemma in self.lexicon.place_nouns:
            after = parse.tokens[head.index + 1 : head.index + 3]
            if len(after) == 2 and after[0].words == "," and after[1].sentence == head.sentence:
                return self.read_mention(after[1])
        for child in parse.children_of(head, "nmod", "compound", "appos") if found[0] else []:
            nearer = self.read_mention(child)
            if nearer[0] and self.is_less_exact(found[0] or "", nearer[0]):
                return nearer
        return found

    def leads_on(self, head: Token, preposition: Token) -> bool:
        """Whether a preposition inside a phrase tells where the phrase is: "in", or "of" after "town"."""
        if preposition.lemma == "of":
            return (
                head.lemma in self.nouns["part"] or head.lemma in self.lexicon.place_nouns or head.tag.startswith("NNP")
            )
        return preposition.lemma in self.prepositions

    def find_below(self, owner: Token) -> Found:
        """A phrase of place on the sides of an event, or on what it resulted in: "clashed with students in Jos"."""
        parse = self.doc.parsed
        is_spoken = self.is_spoken
        for child in parse.children_of(owner):
            found = NOWHERE
            if child.label in ALONG or (child.label == "advmod" and not is_spoken):
                is_subject = child.label in ("nsubj", "nsubjpass")
                found = NOWHERE if is_spoken and not is_subject else self.find_on_noun(child)
            elif child.label in ("prep", "agent") and child.lemma in LEADING and not is_spoken:
                found = next(
                    (one for one in map(self.find_on_noun, parse.children_of(child, "pobj")) if one[0]), NOWHERE
                )
            elif is_result(parse, owner, child) and not is_spoken:
                found = self.find_result(child)
            if found[0]:
                return found
        return NOWHERE

    def find_result(self, token: Token) -> Found:
        """The place of a result clause: "striking a market in Aleppo", "forcing soldiers out of the town"."""
        parse = self.doc.parsed
        phrase = self.find_phrase_place(token)
        if phrase[0]:
            return phrase
        for one in parse.children_of(token, "dobj"):
            found = self.read_target(one)
            found = found if found[0] else self.find_on_noun(one)
            if found[0]:
                return found
        return NOWHERE

    def find_on_noun(self, head: Token) -> Found:
        """The phrase of place on a noun: "a police station in Cotabato"; not on one that is an event of its own."""
        parse = self.doc.parsed
        is_other = head.index in self.heads and head.index not in {t.index for t in self.one.trigger.words}
        if is_other and head.lemma not in self.nouns["gathering"] and self.heads[head.index] != self.one.type:
            return NOWHERE
        if head.lemma in self.nouns["scene"] or head.lemma in self.nouns["gathering"]:
            for child in parse.children_of(head, "compound", "nmod", "poss"):
                found = self.read_mention(child, is_modifier=True)
                if found[0]:
                    return found
        for child in parse.children_of(head, "prep"):
            nouns = parse.children_of(child, "pobj")
            if child.lemma in self.prepositions:
                is_inside = child.lemma in INSIDE
                found = next(
                    (f for one in nouns for f in [self.read_phrase(one, is_inside=is_inside)] if f[0]), NOWHERE
                )
            elif child.lemma in ("against", "of", "with", "by", "for", "between"):
                found = next((one for one in map(self.find_on_noun, nouns) if one[0]), NOWHERE)
            else:
                found = NOWHERE
            if found[0]:
                return found
        return next((f for one in parse.children_of(head, "conj") for f in [self.find_on_noun(one)] if f[0]), NOWHERE)

    def read_mention(self, token: Token, *, is_modifier: bool = False) -> Found:
        """The place of the mention that a token heads; modifiers that are countries or parts of names are none."""
        doc = self.doc
        for kind in ("place", "actor"):
            mention = doc.mentions_by_head.get((kind, token.index))
            if mention is None or mention.form not in ("name", "nominal") or is_embedded(mention):
                continue
            place = doc.target_of(mention, "place")
            if place is None:
                continue
            if is_modifier and doc.places_by_id[place].precision in ("country", "area"):
                continue
            if (
                is_modifier
                and kind == "actor"
                and any(t.lemma in ("on", "against") for t in doc.parsed.tokens[token.head + 1 : token.head + 2])
            ):
                continue
            return place, mention.span
        return NOWHERE

    def find_last_place(self, token: Token) -> str | None:
        """The place named last before a word that points back to it, in its sentence or the one before."""
        doc = self.doc
        before = [
            mention for mention in doc.mentions
            if mention.span.end <= token.start and mention.form == "name" and doc.target_of(mention, "place")
            and token.sentence - sentence_number(doc, mention) <= 1
        ]  # fmt: skip
        return doc.target_of(max(before, key=lambda one: one.span), "place") if before else None


def is_result(parse: Parse, owner: Token, child: Token) -> bool:
    """Whether a clause tells what an event did: "killed five, *striking a market*"."""
    is_after = child.label == "advcl" and child.tag == "VBG" and child.index > owner.index
    return is_after and not parse.children_of(child, "nsubj")


def sentence_number(doc: CodedDocument, mention: Mention) -> int:
    """The number of the sentence that a mention stands in."""
    head = doc.parsed.root_in(mention.span)
    return head.sentence if head else -1


def is_embedded(mention: Mention) -> bool:
    """Whether a mention is the place inside another name."""
    return mention.maker.endswith("/embedded")
