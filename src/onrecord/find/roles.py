"""Who fills the roles of a trigger: first the slots of its rule, then, for a recipient, what stands nearest below it.

rebels attacked the base          agent and patient
refused to let UN planes land     the only actor below the trigger: the UN
shelled Juba                      those in Juba
"""

from collections.abc import Iterator, Sequence

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import Rule
from onrecord.find.folds import Candidate
from onrecord.find.holders import find_statement
from onrecord.find.participants import SETTLEMENTS, find_mentions, find_participants, list_place_actors
from onrecord.find.triggers import Trigger
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Participant
from onrecord.model.mentions import Mention
from onrecord.model.parse import Token
from onrecord.model.phrases import find_conjuncts, find_preposition

CIVIL_TYPES = {"PROTEST", "ASSAULT", "COERCE", "SANCTION"}
CIVIL_SECTORS = {"CVL", "EDU", "LAB", "BUS", "MED", "AGR", "JRN", "SOC", "REL", "UNK", None}
"""Among themselves, these make no political event of the other types: a college that offers training."""
LEADING = ("leader", "leaders", "leadership", "chief", "ruler", "rulers", "delegates", "delegation", "envoy", "envoys")
BELOW = ("dobj", "prep", "pobj", "pcomp", "xcomp", "ccomp", "acl", "dative", "compound", "amod", "poss",
         "nmod", "nsubj", "attr", "nsubjpass", "agent", "advcl")  # fmt: skip
"""Where the nearest actor is looked for; what stands in a relative clause or in a coordinated one is another story."""
REACHING = ("PROTEST", "MOBILIZE")
"""Material types done *at* somebody, whom any word below may name: marched … against the arrests by the army."""
LOCATING = {"in", "at", "near", "outside", "around", "across", "throughout", "from", "through", "to", "into", "along"}
SOMEBODY = {
    "man", "woman", "boy", "girl", "child", "driver", "motorist", "teenager", "teen", "youth", "pensioner",
    "toddler", "baby", "student", "mother", "father", "shopkeeper", "pedestrian", "passenger", "customer", "person",
}  # fmt: skip
"""Nouns for one of whom nothing else is told."""
ABOUT = ("over", "about")
"""Slots of what something is about, which may be somebody's doing: "complained to Chad over *Libyan* raids"."""
SPEAKER = "speaker"
RECENT = 4
"""For how many sentences an event's recipients stay in mind."""
FRIENDLY = ("COOPERATE", "AGREE", "CONSULT", "SUPPORT", "AID")
VERBAL = (1, 3)
"""Quads of what is said, whose recipient may stand anywhere in what is said."""

Roles = tuple[tuple[Participant, ...], tuple[Participant, ...]]


def find_roles(
    doc: CodedDocument, trigger: Trigger, lexicon: Lexicon, earlier: Sequence[Candidate] = ()
) -> Roles | None:
    """The actors and recipients of a trigger; None where a needed role is empty or nobody political takes part.

    `earlier`: what was told before, whose recipients are those of what the same actors do next.
    """
    rule = trigger.rule
    actors = find_role(doc, trigger, rule.actor, ())
    slots = list_recipient_slots(rule)
    recipients = find_role(doc, trigger, slots, actors, acts=False)
    places = find_places(doc, trigger, slots, actors) if not recipients else ()
    if rule.reciprocal:
        actors, recipients = (*actors, *recipients), places
    else:
        recipients = recipients or places
    entry = lexicon.codebook.types_by_id[rule.event_type]
    is_alone = bool(actors) and not recipients and not (rule.reciprocal and len(actors) > 1)
    reaches = entry.recipient_required or entry.quad in VERBAL or rule.event_type in REACHING
    near = find_nearest(doc, trigger, actors) if is_alone and reaches else ()
    if entry.recipient_required:
        actors, recipients = add_nearest(rule, actors, recipients, near)
        recipients = recipients or find_earlier(trigger, actors, earlier)
    if rule.event_type == "ASSAULT" and not actors and not recipients:
        recipients = find_those_there(doc, trigger, lexicon)
    filled = {"actor": bool(actors), "recipient": bool(recipients) or (rule.reciprocal and len(actors) > 1)}
    if not all(filled[need] for need in rule.needs):
        return None
    if not is_political(doc, rule, [*actors, *recipients]):
        return None
    if rule.event_type == "REQUEST" and is_own_force(doc, actors, recipients):
        return None
    if rule.event_type == "ASSAULT" and is_private(doc, trigger, actors, recipients, lexicon):
        return None
    if entry.recipient_required:
        return actors, recipients
    return add_nearest(rule, actors, recipients, near)


def find_earlier(
    trigger: Trigger, actors: tuple[Participant, ...], earlier: Sequence[Candidate]
) -> tuple[Participant, ...]:
    """To whom the same actors did the like a few sentences before: "gave help to Mali … have not sent *weapons*"."""
    ours = {one.actor for one in actors}
    for told in reversed(earlier):
        if trigger.token.sentence - told.token.sentence > RECENT:
            break
        is_like = told.trigger.rule.event_type == trigger.rule.event_type
        is_later = trigger.token.sentence > told.token.sentence
        if ours and is_like and is_later and ours == {one.actor for one in told.actors} and told.recipients:
            return told.recipients
    return ()


def add_nearest(
    rule: Rule, actors: tuple[Participant, ...], recipients: tuple[Participant, ...], near: tuple[Participant, ...]
) -> Roles:
    """The roles with whoever stands nearest as the recipient, or as one more side of what several do together."""
    return ((*actors, *near), recipients) if rule.reciprocal else (actors, recipients or near)


def list_recipient_slots(rule: Rule) -> tuple[str, ...]:
    """Where the recipient is looked for: the rule's slots, then the owner of the object, then the complement."""
    if rule.reciprocal:
        return rule.recipient
    return (*rule.recipient, "owner", "complement") if rule.absorbs else (*rule.recipient, "owner")


def is_political(doc: CodedDocument, rule: Rule, sides: list[Participant]) -> bool:
    """Whether anybody takes part, and, unless it is violence or protest, somebody who is not an ordinary citizen."""
    if rule.event_type in CIVIL_TYPES or rule.civil:
        return bool(sides)
    actors = [doc.actors_by_id[one.actor] for one in sides if one.actor in doc.actors_by_id]
    return any(
        one.type != "unnamed" or one.country or one.sector not in CIVIL_SECTORS or one.name.split()[-1] in LEADING
        for one in actors
    )


def is_own_force(doc: CodedDocument, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> bool:
    """Whether somebody only commands the forces of his own country: "ordered warplanes to strike"."""
    ours = {doc.actors_by_id[one.actor].country for one in actors if one.actor in doc.actors_by_id}
    theirs = [doc.actors_by_id[one.actor] for one in recipients if one.actor in doc.actors_by_id]
    return bool(theirs) and all(one.sector == "MIL" and one.country in ours - {None} for one in theirs)


def is_private(
    doc: CodedDocument,
    trigger: Trigger,
    actors: tuple[Participant, ...],
    recipients: tuple[Participant, ...],
    lexicon: Lexicon,
) -> bool:
    """Whether violence is within a family, or one nobody's death that no word of the sentence ties to a conflict.

    "stabbed by her boyfriend"; "the slaying of a man at a farm"; but not "a man was killed by a shell".
    """
    classes = lexicon.codebook.classes_by_id
    heads = [head for one in actors for head in [doc.parsed.root_in(one.span)] if head]
    if heads:
        return all(head.lemma in classes["family"] for head in heads)
    victims = [head for one in recipients for head in [doc.parsed.root_in(one.span)] if head]
    if not victims or not all(one.lemma in SOMEBODY and one.tag == "NN" for one in victims):
        return False
    sentence = doc.parsed.sentence_of(trigger.token)
    return all(token.lemma not in classes["conflict"] for token in doc.parsed.tokens_of(sentence))


def find_role(
    doc: CodedDocument,
    trigger: Trigger,
    slots: tuple[str, ...],
    others: tuple[Participant, ...],
    *,
    acts: bool = True,
) -> tuple[Participant, ...]:
    """The participants in the first of some slots that has any but the others; a reciprocal rule takes all slots.

    A trigger's own word is nobody ("took *hostages*"), but may belong to somebody ("held *talks* with Iran").
    """
    taken = {one.actor for one in others}
    own = {token.index for token in trigger.words}
    found: list[Participant] = []
    for slot in slots:
        tokens = list_speaker(doc, trigger.token) if slot == SPEAKER else trigger.slots.get(slot, [])
        for one in find_participants(doc, tokens, as_actors=acts):
            if one.actor not in taken and not is_own_word(doc, one, own):
                taken.add(one.actor)
                found.append(one)
        if slot in ABOUT and all(is_nobody(doc, one) for one in found):
            found.clear()
        if found and not trigger.rule.reciprocal:
            break
    return tuple(found)


def is_nobody(doc: CodedDocument, one: Participant) -> bool:
    """Whether a participant has neither a name nor a country."""
    actor = doc.actors_by_id.get(one.actor)
    return actor is not None and actor.type == "unnamed" and actor.country is None


def find_places(
    doc: CodedDocument, trigger: Trigger, slots: tuple[str, ...], actors: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Those in the places that a recipient's slots name; they are a recipient only where no actor is."""
    own = {token.index for token in trigger.words}
    own.update(token.index for one in actors for token in doc.parsed.tokens_in(one.span))
    tokens = [token for slot in slots for token in trigger.slots.get(slot, []) if token.index not in own]
    return tuple(Participant(actor.id, mention.span) for mention, actor in list_place_actors(doc, tokens))


def find_those_there(doc: CodedDocument, trigger: Trigger, lexicon: Lexicon) -> tuple[Participant, ...]:
    """Those of the place where a building or the like is attacked by nobody knows whom: "a depot was hit in *Homs*"."""
    sites = lexicon.codebook.classes_by_id["site"]
    if not any(one.lemma in sites for one in trigger.slots.get("patient", [])):
        return ()
    return find_places(doc, trigger, ("in", "at", "near", "outside", "of"), ())


def list_speaker(doc: CodedDocument, token: Token) -> list[Token]:
    """The word that heads the speaker of the innermost statement around a word."""
    statement = find_statement(doc, token.span)
    head = doc.parsed.root_in(statement.speaker_span) if statement and statement.speaker_span else None
    return [head] if head else []


def is_own_word(doc: CodedDocument, one: Participant, own: set[int]) -> bool:
    """Whether a participant is a trigger's own word, alone, or the state that one is put in ("a *state* of siege")."""
    head = doc.parsed.root_in(one.span)
    if head is None or head.index not in own:
        return False
    return " " not in one.span.slice(doc.text) or head.lemma == "state"


def find_nearest(doc: CodedDocument, trigger: Trigger, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The actor that stands first below a trigger and is not one of its actors, with those coordinated with it."""
    taken = {one.actor for one in actors}
    countries = {doc.actors_by_id[one.actor].country for one in actors}
    located = trigger.rule.event_type in REACHING
    for token in walk_below(doc, trigger.token, without_places=located):
        for mention in find_mentions(doc, token) if token.tag.startswith(("N", "J")) else ():
            actor = doc.actor_of(mention)
            if actor is None or actor.id in taken or mention.form == "pronoun":
                continue
            if actor.type == "unnamed" and not actor.country:
                continue
            if mention.form == "adjective" and actor.country in countries:
                continue
            if trigger.rule.event_type in FRIENDLY and is_against(doc, token):
                continue
            return tuple(
                one
                for one in find_participants(doc, find_conjuncts(doc.parsed, head_of(doc, mention, token)))
                if one.actor not in taken
            )
    return ()


def is_against(doc: CodedDocument, token: Token) -> bool:
    """Whether a word is what something is against: "cooperation with Chad against *the rebels*"."""
    preposition = find_preposition(doc.parsed, token)
    return preposition is not None and preposition.lemma == "against"


def head_of(doc: CodedDocument, mention: Mention, token: Token) -> Token:
    """The word that heads a mention, else the one it was found at."""
    return doc.parsed.root_in(mention.span) or token


def walk_below(doc: CodedDocument, token: Token, *, without_places: bool) -> Iterator[Token]:
    """The words after a trigger that hang on it, in the order of the text, but for what only says where it was."""
    below: list[Token] = []

    def collect(one: Token) -> None:
        for child in doc.parsed.children_of(one, *BELOW):
            if one.index == token.index and child.label in ("nsubj", "nsubjpass", "poss"):
                continue
            if without_places and child.lemma in LOCATING and has_place(doc, child):
                continue
            below.append(child)
            collect(child)

    collect(token)
    yield from sorted((one for one in below if one.index > token.index), key=lambda one: one.index)


def has_place(doc: CodedDocument, preposition: Token) -> bool:
    """Whether a preposition governs a place: "in Athens", "outside the embassy in Rome"."""
    objects = doc.parsed.children_of(preposition, "pobj")
    return any(True for _ in list_place_actors(doc, objects)) or any(one.lemma in SETTLEMENTS for one in objects)
