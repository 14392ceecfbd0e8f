"""The slots of verbs and nouns, whatever their voice: agent, patient, dative, clause, and prepositions.

The army shelled the town.            agent army · patient town
The town was shelled by the army.     the same
the army's shelling of the town       the same
The army launched an attack on it.    agent army · on it
"""

from collections.abc import Iterator

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.speakers import find_antecedent, find_by_phrase, find_subject, is_passive
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import NOUN_TAGS, find_conjuncts

Slots = dict[str, list[Token]]
FACING = {"to", "on", "with", "against", "for", "from", "at", "into", "over"}
BLAMING = {"blame", "pin"}
MEASURES = {"day", "week", "month", "hour", "round", "series", "wave", "string", "spate", "campaign", "act"}
AFTER = ("to", "from", "against", "on")
OCCURRING = {
    "erupt",
    "break",
    "flare",
    "rage",
    "resume",
    "continue",
    "spread",
    "begin",
    "start",
    "intensify",
    "persist",
}
STANDING = {"be", "remain", "engage", "stay", "meet"}


def fill_verb_slots(parse: Parse, verb: Token) -> Slots:
    """The slots of a verb; coordinated fillers are each listed."""
    slots: Slots = {}
    passive = is_passive(parse, verb)
    add(parse, slots, "agent", find_subject(parse, verb))
    for patient in find_patients(parse, verb, is_passive=passive):
        add(parse, slots, "patient", patient)
    for child in parse.children_of(verb, "dative"):
        add(parse, slots, "dative", child if child.tag in NOUN_TAGS else first_object(parse, child))
    for clause in parse.children_of(verb, "ccomp", "xcomp"):
        for subject in parse.children_of(clause, "nsubj"):
            add(parse, slots, "clause", subject)
    for owner in (verb, *parse.children_of(verb, "dobj", "attr", "prt", "advmod", "acomp")):
        add_prepositions(parse, slots, owner)
    for one in parse.children_of(verb, "dobj", "nsubjpass"):
        for owner in parse.children_of(one, "poss", "amod", "compound", "nmod"):
            add(parse, slots, "owner", owner)
    fill_complement(parse, verb, slots)
    return slots


def fill_complement(parse: Parse, verb: Token, slots: Slots) -> None:
    """The slot "complement": whom a verb's complement is about: "threatened to attack Iran", "to talk with Iran"."""
    for clause in list_complements(parse, verb):
        own: Slots = {}
        for one in parse.children_of(clause, "dobj", "dative"):
            add(parse, own, "complement", one if one.tag in NOUN_TAGS else first_object(parse, one))
        for owner in (clause, *parse.children_of(clause, "dobj", "prt")):
            for preposition in parse.children_of(owner, "prep", "dative"):
                if preposition.lemma in FACING:
                    add(parse, own, "complement", first_object(parse, preposition))
        slots.setdefault("complement", []).extend(own.get("complement", []))


def list_complements(parse: Parse, verb: Token) -> Iterator[Token]:
    """The verbs that complement a verb, also after a preposition ("accused of attacking") and a further infinitive."""
    clauses = parse.children_of(verb, "xcomp", "ccomp", "pcomp")
    for preposition in parse.children_of(verb, "prep"):
        clauses += parse.children_of(preposition, "pcomp")
    for clause in clauses:
        yield clause
        yield from parse.children_of(clause, "xcomp", "conj")


def find_patients(parse: Parse, verb: Token, *, is_passive: bool) -> Iterator[Token]:
    """What a verb is done to."""
    if is_passive:
        subjects = parse.children_of(verb, "nsubjpass")
        yield from (find_antecedent(parse, verb, subject) for subject in subjects)
        if not subjects and verb.label in ("acl", "relcl"):
            yield parse.head_of(verb)
        if not subjects and verb.label == "xcomp":
            yield from find_raised(parse, verb)
        if not subjects and verb.label == "conj":
            yield from find_patients(parse, parse.head_of(verb), is_passive=True)
        return
    objects = parse.children_of(verb, "dobj") or [
        one for one in parse.children_of(verb, "oprd") if one.tag in NOUN_TAGS
    ]
    yield from (find_antecedent(parse, verb, one) for one in objects)
    if not objects and verb.label == "conj":
        yield from shared_objects(parse, verb)


def find_raised(parse: Parse, verb: Token) -> Iterator[Token]:
    """The one that a passive infinitive is of: "*two spies* are due to be hanged", "ordered *them* to be freed"."""
    above = parse.head_of(verb)
    head = parse.head_of(above) if above.label in ("acomp", "oprd") else above
    yield from (parse.children_of(head, "dobj") or parse.children_of(head, "nsubj", "nsubjpass"))[:1]


def shared_objects(parse: Parse, verb: Token) -> Iterator[Token]:
    """The object that follows the last of several coordinated verbs: "attacked and killed two men"."""
    for sibling in parse.children_of(verb, "conj"):
        if sibling.tag.startswith("V"):
            yield from parse.children_of(sibling, "dobj")


def fill_noun_slots(parse: Parse, noun: Token, possessor: str, lexicon: Lexicon) -> Slots:
    """The slots of a noun that carries an event, with those of the light verb that it is the object of.

    `possessor` is the slot of a possessor where neither "by" nor "of" decides it.
    """
    slots: Slots = {}
    by = find_by_phrase(parse, noun)
    has_of = any(one.lemma == "of" for one in parse.children_of(noun, "prep"))
    owner_slot = "patient" if by or (possessor == "patient" and not has_of) else "agent"
    for child in parse.children_of(noun, "poss"):
        add(parse, slots, owner_slot, child)
    for child in parse.children_of(noun, "amod", "compound", "nmod"):
        add(parse, slots, "patient" if is_opposed(parse, child) else "agent", child)
    add(parse, slots, "agent", by)
    add_prepositions(parse, slots, noun)
    slots.setdefault("patient", []).extend(slots.get("of", []))
    add_those_after(parse, slots)
    if noun.label == "nsubjpass":
        add(parse, slots, "agent", find_by_phrase(parse, parse.head_of(noun)))
    above = parse.head_of(noun)
    if noun.label == "dobj" and above.lemma in BLAMING:
        add_blamed(parse, slots, above)
    for occurring in list_occurring(parse, noun):
        add_prepositions(parse, slots, occurring)
    verb = find_light_verb(parse, noun, lexicon)
    if verb is not None:
        add(parse, slots, "agent", find_subject(parse, verb))
        add_prepositions(parse, slots, verb)
    return slots


def is_opposed(parse: Parse, token: Token) -> bool:
    """Whether a name is what something is against: "anti-IS operations"."""
    before = parse.tokens[max(token.index - 2, 0) : token.index]
    return len(before) == 2 and before[1].words in ("-", "–") and before[0].lemma in ("anti", "counter")


def add_those_after(parse: Parse, slots: Slots) -> None:
    """What follows an "of" phrase and hangs on it by mistake: "the visit of the minister *to Angola*"."""
    own: Slots = {}
    for one in slots.get("of", []):
        add_prepositions(parse, own, one)
    for slot in AFTER:
        if own.get(slot) and not slots.get(slot):
            slots[slot] = own[slot]


def list_occurring(parse: Parse, noun: Token) -> Iterator[Token]:
    """The verbs that say that something took place: "fighting *broke out* between", "clashes *flared*"."""
    verbs = parse.children_of(noun, "acl")
    if noun.label == "nsubj":
        verbs.append(parse.head_of(noun))
    yield from (one for one in verbs if one.lemma in OCCURRING)


def add_blamed(parse: Parse, slots: Slots, verb: Token) -> None:
    """ "Blamed the attack *on rebels*": they did it, and are not those whom it was done to."""
    blamed = [*slots.pop("on", [])]
    own: Slots = {}
    add_prepositions(parse, own, verb)
    for token in (*blamed, *own.get("on", [])):
        add(parse, slots, "agent", token)


def find_light_verb(parse: Parse, noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that a noun is the object of, where the noun carries the meaning: "launched an attack", "in talks"."""
    head = parse.head_of(noun)
    if noun.label == "pobj" and head.lemma == "of" and parse.head_of(head).lemma in MEASURES:
        noun = parse.head_of(head)
        head = parse.head_of(noun)
    if noun.label in ("dobj", "nsubjpass", "attr") and is_light(parse, head, lexicon):
        return head
    if noun.label == "pobj" and head.lemma in ("in", "into", "out", "on"):
        above = parse.head_of(head)
        words = f"{above.lemma} {head.lemma}"
        if above.tag.startswith("V") and (above.lemma in STANDING or words in lexicon.light_verbs):
            return above
    return None


def is_light(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb, with its particle if it has one, is in the list of light verbs."""
    particles = [f"{verb.lemma} {one.lemma}" for one in parse.children_of(verb, "prt", "prep")]
    return any(words in lexicon.light_verbs for words in (verb.lemma, *particles))


def add_prepositions(parse: Parse, slots: Slots, owner: Token) -> None:
    """The objects of an owner's prepositions, each under its preposition."""
    for preposition in parse.children_of(owner, "prep", "dative", "agent"):
        for child in parse.children_of(preposition, "pobj"):
            add(parse, slots, preposition.lemma, child)
        for nested in parse.children_of(preposition, "prep"):
            add(parse, slots, nested.lemma, first_object(parse, nested))
        for verb in parse.children_of(preposition, "pcomp"):
            for one in parse.children_of(verb, "dobj"):
                add(parse, slots, "clause", one)


def first_object(parse: Parse, preposition: Token) -> Token | None:
    """The object of a preposition."""
    return next(iter(parse.children_of(preposition, "pobj")), None)


def add(parse: Parse, slots: Slots, slot: str, token: Token | None) -> None:
    """Put a token, and what is coordinated with it, into a slot."""
    if token is None:
        return
    filled = slots.setdefault(slot, [])
    filled.extend(one for one in find_conjuncts(parse, token) if one not in filled)
