"""How many were killed, injured, arrested, displaced and so on, and which event each figure belongs to.

    killed at least 20 people · two men were shot dead · the deaths of 40 pilgrims
    left 3 dead and 7 wounded · the death toll rose to 35 · claimed 12 lives
    some 5,000 people protested · sent 300 troops

Ages, dates, sums, distances and numbers of things are no figures; "five, including two children" is five.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.count_rows import CountWord
from onrecord.codebook.lexicon import Lexicon
from onrecord.find.amounts import MULTIPLES, VAGUE, Amount, read_amount, tells_amount
from onrecord.find.folds import Candidate
from onrecord.find.holders import get_holder
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Count
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_conjuncts

FITTING = {
    "killed": ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"), "injured": ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"),
    "arrested": ("COERCE", "ASSAULT", "SANCTION"), "displaced": ("ASSAULT", "COERCE", "RETREAT", "AID", "SANCTION"),
    "abducted": ("ASSAULT", "COERCE"), "missing": ("ASSAULT", "COERCE"),
    "released": ("CONCEDE", "COOPERATE", "RETREAT", "AID", "AGREE"),
    "rescued": ("AID", "ASSAULT", "COOPERATE", "CONCEDE"),
    "troops": ("MOBILIZE", "RETREAT", "AID", "COOPERATE", "SUPPORT"), "participants": ("PROTEST",),
}  # fmt: skip
"""The types of events that a figure of a unit may belong to where no trigger tells it."""
NEAR_SENTENCES = 2
STATE_LABELS = (
    "oprd", "acomp", "ccomp", "conj", "dobj", "xcomp", "amod", "acl", "dep", "advcl", "attr", "ROOT",
)  # fmt: skip
PERSONS_ENDINGS = (
    "er", "or", "ist", "ian", "man", "woman", "men", "ant", "ent", "ee", "eer", "ive", "boy", "girl", "mate", "child",
    "folk", "people", "an", "ese", "ite", "ic", "i",
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """An amount of people to whom something happened, and the word that says what."""

    unit: str
    amount: Amount
    word: Token


@dataclass(frozen=True, eq=False)
class CountFinder:
    """Finds the figures of a report."""

    lexicon: Lexicon

    @cached_property
    def words(self) -> dict[str, list[CountWord]]:
        """The words that tell what happened to people, by the first of their lemmas."""
        found: dict[str, list[CountWord]] = {}
        for one in self.lexicon.codebook.count_words:
            found.setdefault(one.word.split()[0], []).append(one)
        return {first: sorted(rows, key=lambda row: -len(row.word)) for first, rows in found.items()}

    @property
    def nouns(self) -> dict[str, frozenset[str]]:
        """Nouns after numbers, by what they are."""
        return self.lexicon.count_nouns

    def find(self, doc: CodedDocument, events: Sequence[Candidate]) -> list[tuple[Count, ...]]:
        """The figures of each event, in the order of the text."""
        figures = [*self.list_figures(doc), *self.list_participants(doc, events)]
        found: list[dict[Count, None]] = [{} for _ in events]
        for figure in keep_longest(figures):
            number = self.find_event(doc, figure, events)
            if number is not None:
                amount = figure.amount
                holder = get_holder(doc, amount.span)
                found[number][Count(figure.unit, amount.low, amount.high, amount.span, holder)] = None
        return [tuple(counts) for counts in found]

    def list_figures(self, doc: CodedDocument) -> Iterator[Figure]:
        """The figures that words such as "killed", "deaths" and "dead" tell."""
        parse = doc.parsed
        for token in parse.tokens:
            rows = dict.fromkeys([*self.words.get(token.lemma, ()), *self.words.get(token.words.casefold(), ())])
            for row in rows:
                heads = self.list_people(parse, token, row) if is_there(parse, token, row) else []
                amounts = [self.read(doc, head, row) for head in heads]
                yield from (Figure(row.unit, amount, token) for amount in amounts if amount is not None)
                if any(amounts):
                    break

    def read(self, doc: CodedDocument, head: Token, row: CountWord) -> Amount | None:
        """The amount of a noun, if it can be people."""
        if row.role in ("lives", "injuries", "toll", "counted", "state") or self.is_people(head, row):
            return read_amount(doc.text, doc.parsed, head)
        inner = list_inside(doc.parsed, head)
        is_measure = tells_amount(head)
        if is_measure and row.role == "troops" and not inner:
            return None
        if is_measure and (not inner or any(self.is_people(noun, row) for noun in inner)):
            return read_amount(doc.text, doc.parsed, head)
        return None

    def is_people(self, head: Token, row: CountWord) -> bool:
        """Whether a noun is one for people."""
        lemma = head.lemma.casefold()
        if lemma in self.nouns["animal"] or lemma in self.nouns["thing"]:
            return False
        if row.role == "troops":
            return lemma in self.nouns["soldier"] or lemma.removesuffix("man") + "man" in self.nouns["soldier"]
        if head.tag == "CD":
            return row.role != "subject" or row.unit != "displaced"
        if lemma in self.lexicon.agents or lemma in self.nouns["person"] or lemma in self.nouns["soldier"]:
            return True
        if head.tag.startswith("NNP"):
            return head.tag == "NNPS" or head.words in self.lexicon.peoples
        return head.tag.startswith("NN") and lemma.endswith(PERSONS_ENDINGS)

    def list_people(self, parse: Parse, token: Token, row: CountWord) -> list[Token]:
        """The heads of the phrases that say who it happened to."""
        found: list[Token] = []
        if row.pos == "verb":
            found = self.list_of_verb(parse, token, row)
        elif row.pos == "noun":
            found = list_of_noun(parse, token, row)
        elif row.pos == "adjective":
            found = list_of_state(parse, token)
        return [one for head in found for one in split_list(parse, head)]

    def list_of_verb(self, parse: Parse, token: Token, row: CountWord) -> list[Token]:
        """What a verb happens to: its object, its passive subject, what its participle stands on."""
        if row.role == "subject":
            return find_subjects(parse, token)
        objects = parse.children_of(token, "dobj")
        passive = parse.children_of(token, "nsubjpass")
        if not passive and token.tag == "VBN" and not objects:
            passive = find_shared_passive(parse, token)
        found = passive or objects or find_bounded(parse, token) or find_more(parse, token)
        if not found and row.word == "let go":
            found = [one for child in parse.children_of(token, "ccomp") for one in parse.children_of(child, "nsubj")]
        if row.role == "lives":
            return [head for one in found if one.lemma == "life" for head in (list_inside(parse, one) or [one])]
        if row.role == "injuries":
            return find_subjects(parse, token) if any(one.lemma == "injury" for one in found) else []
        if row.role == "men" and any(one.lemma == "life" for one in objects):
            return find_subjects(parse, token)
        if row.role == "men":
            return [one for one in found if one.lemma in self.nouns["soldier"] or one.lemma == "life"]
        if token.label in ("acl", "relcl") and not passive and token.tag == "VBN" and not objects:
            return []
        return found

    def list_participants(self, doc: CodedDocument, events: Sequence[Candidate]) -> Iterator[Figure]:
        """How many took part in a protest: its actors, "a march by 6,000 railwaymen", "a 2,000-strong rally"."""
        parse = doc.parsed
        for one in events:
            if one.type != "PROTEST":
                continue
            heads = [parse.root_in(side.span) for side in one.actors]
            for trigger in (one.trigger, *one.also):
                is_verb = trigger.token.tag.startswith("V")
                heads += [one for one in find_subjects(parse, trigger.token) if is_verb and one.tag != "PRP"]
                nouns = [one for one in trigger.words if one.tag.startswith("NN")]
                heads += [one for noun in nouns for one in list_inside(parse, noun, "of", "by")]
                heads += [
                    one for noun in nouns for c in parse.children_of(noun, "amod") for one in list_strong(parse, c)
                ]
            seen = {head.index: head for head in heads if head is not None}
            for head in seen.values():
                for each in split_list(parse, find_measure(parse, head)):
                    amount = read_amount(doc.text, parse, each) if self.can_take_part(parse, each) else None
                    is_single = amount is not None and amount.low == amount.high == 1
                    if amount is not None and not is_single:
                        yield Figure("participants", amount, one.token)

    def can_take_part(self, parse: Parse, head: Token) -> bool:
        """Whether a noun can be people at a protest."""
        if head.lemma in self.nouns["thing"] or head.lemma in self.nouns["animal"]:
            return False
        inner = list_inside(parse, head)
        return not any(one.lemma in self.nouns["thing"] and one.lemma not in ("group",) for one in inner)

    def find_event(self, doc: CodedDocument, figure: Figure, events: Sequence[Candidate]) -> int | None:
        """The event of a figure: the one that its word is a trigger of, else the nearest fitting one."""
        parse, word = doc.parsed, figure.word
        for number, one in enumerate(events):
            if any(word.index == told.index for trigger in (one.trigger, *one.also) for told in trigger.words):
                return number
        above = [word.index, *(token.index for token in parse.ancestors(word))]
        ranks = {}
        for number, one in enumerate(events):
            back = word.sentence - one.token.sentence
            if one.type in FITTING[figure.unit] and 0 <= back <= NEAR_SENTENCES:
                steps = above.index(one.token.index) if one.token.index in above else len(above) + 1
                ranks[number] = (back, steps, abs(word.index - one.token.index))
        return min(ranks, key=lambda number: ranks[number], default=None)


def keep_longest(figures: list[Figure]) -> list[Figure]:
    """The figures in the order of the text; of two of a unit whose words overlap, the longer one."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda one: one.amount.span.start - one.amount.span.end):
        if not any(one.unit == figure.unit and one.amount.span.overlaps(figure.amount.span) for one in kept):
            kept.append(figure)
    return sorted(kept, key=lambda one: one.amount.span)


def is_there(parse: Parse, token: Token, row: CountWord) -> bool:
    """Whether a word and what must follow it stand in the text, as the part of speech that it is listed as."""
    tags = {"verb": ("V",), "noun": ("NN",), "adjective": ("JJ", "VBN", "VBG", "VBD", "NN")}[row.pos]
    if not token.tag.startswith(tags):
        return False
    words = row.word.split()
    if row.pos == "adjective":
        return token.words.casefold() == row.word
    if len(words) == 1:
        return True
    if row.pos == "noun":
        return [one.lemma for one in parse.tokens[token.index : token.index + len(words)]] == words
    if [one.lemma for one in parse.tokens[token.index + 1 : token.index + len(words)]] == words[1:]:
        return True
    below = {one.lemma for one in parse.children_of(token)}
    deeper = below | {c.lemma for one in parse.children_of(token, "prep") for c in parse.children_of(one)}
    return all(word in deeper for word in words[1:])


def find_subjects(parse: Parse, token: Token) -> list[Token]:
    """The subjects of a verb, also those that it shares with the verb before it or the noun that it stands on."""
    found = parse.children_of(token, "nsubj", "nsubjpass")
    if found and found[0].tag in ("WP", "WDT") and token.label == "relcl":
        return [parse.head_of(token)]
    if not found and token.label == "conj" and parse.head_of(token).tag.startswith("V"):
        return find_subjects(parse, parse.head_of(token))
    return found


def find_shared_passive(parse: Parse, token: Token) -> list[Token]:
    """The passive subject that a participle shares: "were killed or wounded"; "16 people were left dead"."""
    if token.label == "conj" and parse.head_of(token).tag == "VBN":
        if parse.children_of(token, "nsubj"):
            return parse.children_of(token, "nsubj")
        return parse.children_of(parse.head_of(token), "nsubjpass")
    if token.label == "advcl" and not parse.children_of(token, "nsubj"):
        return find_subjects(parse, parse.head_of(token))
    if token.label == "acl" and parse.head_of(token).tag == "CD":
        return [parse.head_of(token)]
    return parse.children_of(token, "nsubj") if token.label in ("conj", "ccomp", "advcl") else []


BOUNDING = {"between", "from", "at", "up", "over", "under", "around", "about", "in", "to", "upwards"}
"""Words that open bounds and that the parser takes for prepositions of the verb: "arrested *between* 10 and 15 men"."""


def find_bounded(parse: Parse, token: Token) -> list[Token]:
    """The noun after bounds right beside a verb without an object: "killed from 60 to 80 men"."""
    found = []
    for one in parse.children_of(token, "prep"):
        beside = parse.tokens[one.index + 1 : one.index + 4]
        is_near = 0 < one.index - token.index <= 2 or one.index == parse.sentence_of(token).first
        if one.lemma in BOUNDING and is_near and any(word.tag == "CD" for word in beside):
            nouns = parse.children_of(one, "pobj")
            found += [inner for noun in nouns for inner in (list_inside(parse, noun) or [noun])]
    return found


def find_more(parse: Parse, token: Token) -> list[Token]:
    """The number of "wounded 12 more"."""
    more = [one for one in parse.children_of(token, "advmod", "npadvmod") if one.lemma == "more"]
    return [number for one in more for number in parse.children_of(one, "nummod")]


def find_measure(parse: Parse, head: Token) -> Token:
    """The noun that measures another: "hundreds" of "hundreds of nurses"."""
    of = parse.head_of(head)
    above = parse.head_of(of)
    is_measure = above.words.casefold() in VAGUE or above.lemma in MULTIPLES
    return above if head.label == "pobj" and of.lemma == "of" and is_measure else head


def list_strong(parse: Parse, token: Token) -> list[Token]:
    """The number of "a 2,000-strong march"."""
    if token.lemma != "strong":
        return []
    return [one for one in parse.tokens[max(0, token.index - 2) : token.index] if one.tag == "CD"]


def list_inside(parse: Parse, head: Token, *prepositions: str) -> list[Token]:
    """The nouns after "of" (or other prepositions) on a noun."""
    allowed = prepositions or ("of",)
    found = []
    for one in parse.children_of(head, "prep", "agent"):
        if one.lemma in allowed:
            found += parse.children_of(one, "pobj")
    return found


def list_of_noun(parse: Parse, token: Token, row: CountWord) -> list[Token]:
    """What a noun counts: "the deaths of 40 pilgrims", "500 arrests", "the death toll rose to 35"."""
    if row.role in ("of", "troops"):
        return list_inside(parse, token)
    if row.role == "counted":
        return [token] if parse.children_of(token, "nummod") or list_inside(parse, token) == [] else []
    verb = parse.head_of(token)
    found = []
    for owner in (verb, token):
        for one in parse.children_of(owner, "prep"):
            found += parse.children_of(one, "pobj") if one.lemma in ("to", "at") else []
    found += [one for one in parse.children_of(verb, "dobj", "attr") if one is not token]
    return [one for one in found if one.tag == "CD" or parse.children_of(one, "nummod")][:1]


def list_of_state(parse: Parse, token: Token) -> list[Token]:
    """Who is in a state: "left 3 dead", "12 wounded", "people were left dead", "seven guards missing"."""
    before = parse.tokens[token.index - 1] if token.index else None
    if token.tag.startswith("NN"):
        return [token] if parse.children_of(token, "nummod") else []
    if token.label in ("amod", "compound") and token.head > token.index:
        return []
    is_near = before is not None and before.sentence == token.sentence and before.tag in ("CD", "NNS", "NN")
    if before is not None and is_near and token.label in STATE_LABELS:
        return [before]
    verb = parse.head_of(token)
    subjects = parse.children_of(verb, "nsubjpass") or (
        parse.children_of(verb, "nsubj")
        if verb.lemma in ("be", "remain", "go", "lie")
        else parse.children_of(verb, "dobj")
    )
    return subjects if token.label in ("oprd", "acomp") else []


def split_list(parse: Parse, head: Token) -> list[Token]:
    """The members of a list of nouns: "four policemen and nine pilgrims"."""
    listed = [head]
    for one in parse.children_of(head, "appos"):
        opener = next(
            (t.words for t in reversed(parse.tokens[head.index + 1 : one.index]) if t.tag in (":", ",", "HYPH")), ""
        )
        if opener == "," and parse.children_of(one, "conj") and parse.children_of(head, "nummod"):
            listed.append(one)
    members = [one for each in listed for one in find_conjuncts(parse, each)]
    return [one for one in members if one.tag.startswith(("NN", "CD", "PRP", "DT", "JJ"))]
