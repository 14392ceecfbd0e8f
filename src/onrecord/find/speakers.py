"""Who speaks, and to whom, as the grammar of a cue has it."""

from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_phrase
from onrecord.model.spans import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = {"who", "which", "that", "whom"}
BLAMING = ("of", "for", "from", "into", "as")
FIRST_RAISED = ("xcomp", "conj", "advcl", "acl")
ASKING_OF = {
    "call": ("on", "upon", "for"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "wait": ("for",),
    "press": ("for",), "push": ("for",), "rely": ("on",), "count": ("on",), "look": ("to",), "shout": ("to", "at"),
    "signal": ("to",), "beg": ("of",), "demand": ("of",), "ask": ("for",), "reach": ("to",),
}  # fmt: skip
"""Verbs whose infinitive is done by the object of their preposition: "called on Peru to open the border"."""
ISSUED = {
    "statement", "letter", "memo", "communique", "communiqué", "tweet", "post", "message", "declaration", "note",
    "email", "report",
}  # fmt: skip
ISSUING = {
    "issue", "release", "publish", "send", "write", "sign", "post", "make", "put", "deliver", "give", "file",
    "circulate", "tweet",
}  # fmt: skip
"""Whoever issues a statement "calling for" something calls for it."""
INVERTING = {
    "say", "add", "write", "report", "note", "ask", "recall", "reply", "respond", "continue", "explain", "warn",
    "tweet", "insist", "claim", "argue", "admit", "agree", "joke", "shout", "cry", "quip", "conclude", "declare",
    "complain", "observe", "remark", "answer", "announce", "predict", "promise", "read", "go", "think", "urge",
    "wonder", "sigh", "begin", "counter", "retort", "yell", "whisper", "murmur", "exclaim", "state", "testify",
    "concede", "demand", "deny", "boast", "lament", "assert", "suggest",
}  # fmt: skip
"""Verbs that may stand before their subject after a quotation or its comma."""
BEFORE_INVERTED = {'"', "”", "''", "’", "'", "»", ",", "-", "–", "—"}
SPEAKING_TAGS = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP", "JJ", "FW")
QUANTIFIERS = {
    "some", "many", "all", "most", "those", "both", "each", "few", "several", "none", "others", "everyone", "one",
    "another",
}  # fmt: skip


def find_subject(parse: Parse, verb: Token) -> Token | None:
    """The one who does what a verb says.

    Handled: active subjects; "by" phrases of passives; a relative pronoun's antecedent; the subject shared by
    coordinated and infinitive verbs; "added the minister", where the parser takes the subject for an object.
    """
    if is_main_clause(parse, verb):
        return parse.head_of(verb)
    if is_passive(parse, verb):
        return find_by_phrase(parse, verb)
    subjects = parse.children_of(verb, "nsubj")
    if subjects:
        nearest = min(subjects, key=lambda one: abs(one.index - verb.index))
        if nearest.tag == "VBG" and nearest.index < verb.index:  # "The agency operating in Iraq said"
            nearest = next(iter(parse.children_of(nearest, "nsubj")), nearest)
        return find_antecedent(parse, verb, nearest)
    inverted = find_inverted(parse, verb)
    if inverted is not None:
        return inverted
    noun = parse.head_of(verb)
    is_main = verb.label == "acl" and verb.tag == "VBD" and noun.head == noun.index
    if is_main or (verb.label in ("acl", "relcl") and verb.tag == "VBG"):
        above = parse.head_of(noun)
        is_issued = noun.label == "dobj" and noun.lemma in ISSUED and above.lemma in ISSUING
        return find_subject(parse, above) if is_issued else noun
    if verb.label == "pcomp":
        return find_controller(parse, verb)
    above = parse.head_of(verb)
    if verb.label in FIRST_RAISED and above.index != verb.index and above.tag.startswith(("V", "MD")):
        return find_subject_of_head(parse, verb)
    if verb.label in ("acl", "relcl") and verb.tag == "VB" and above.label in ("dobj", "attr"):
        return find_subject(parse, parse.head_of(above))
    if verb.label == "xcomp" and above.label in ("acomp", "attr", "oprd") and above.tag.startswith(("J", "N")):
        return find_subject(parse, parse.head_of(above))
    return None


CHARGING = {"accuse", "suspect", "convict", "acquit", "charge", "indict", "blame"}
"""Verbs whose object is who did it: "accused *judges* of taking bribes"."""


def is_agent(parse: Parse, token: Token) -> bool:
    """Whether a noun is in the "by" phrase of a passive."""
    return token.label == "pobj" and parse.head_of(token).label == "agent"


LINKS = ("IN", "TO", "RB", "RP", "JJ")
"""What may stand between a gerund and the verb above it: "*incapable of* seizing", "stopped *short of* it"."""


def is_main_clause(parse: Parse, verb: Token) -> bool:
    """Whether a verb that the parse hangs on a noun at the root has it as its subject: "A deputy *asked* if …"."""
    noun = parse.head_of(verb)
    is_root = verb.label == "acl" and verb.tag == "VBN" and noun.head == noun.index and noun.index < verb.index
    return (
        is_root and bool(parse.children_of(verb, "ccomp", "dobj")) and not parse.children_of(verb, "agent", "auxpass")
    )


def find_controller(parse: Parse, verb: Token) -> Token | None:
    """The one who does what a gerund after a preposition says: *Laos* of "accused Laos of shelling"."""
    preposition = parse.head_of(verb)
    above = next(
        (one for one in parse.ancestors(preposition) if one.tag not in LINKS and not is_agent(parse, one)), verb
    )
    verb_above = parse.head_of(parse.head_of(above))
    if above.label == "pobj" and verb_above.lemma in CHARGING:
        above = verb_above
    if not above.tag.startswith("V") or above.index == verb.index:
        return None
    if preposition.lemma in BLAMING:
        for one in parse.children_of(above, "nsubjpass" if is_passive(parse, above) else "dobj"):
            return one
    return find_subject(parse, above)


def find_subject_of_head(parse: Parse, verb: Token) -> Token | None:
    """The subject that a verb without one takes from the verb above: the object's, where there is one to control it."""
    head = parse.head_of(verb)
    if verb.tag == "VB" and head.lemma in ASKING_OF:
        for preposition in parse.children_of(head, "prep"):
            if preposition.lemma in ASKING_OF[head.lemma] and preposition.index < verb.index:
                return next(iter(parse.children_of(preposition, "pobj")), None)
    if verb.label == "xcomp":
        for child in parse.children_of(head, "dobj"):
            return child
    if is_passive(parse, head):
        return next(iter(parse.children_of(head, "nsubjpass")), None)
    return find_subject(parse, head)


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether a verb is in the passive.

    "was told"; a bare participle after its noun, "a man told to leave"; one that shares it, "was seized and shot".
    """
    if parse.children_of(verb, "nsubjpass", "auxpass"):
        return True
    if parse.children_of(verb, "agent"):
        return not parse.children_of(verb, "nsubj")
    is_shared = verb.tag == "VBN" or (verb.tag == "VBD" and any(
        one.lemma in ("hostage", "captive", "prisoner") and not parse.children_of(one)
        for one in parse.children_of(verb, "dobj")
    ))  # fmt: skip
    if verb.label == "conj" and is_shared and not parse.children_of(verb, "nsubj", "aux"):
        return is_passive(parse, parse.head_of(verb))
    return verb.tag == "VBN" and verb.label in ("acl", "advcl") and not parse.children_of(verb, "aux", "nsubj")


def find_by_phrase(parse: Parse, owner: Token, depth: int = 2) -> Token | None:
    """The noun of the "by" phrase of a passive or a noun, also where it hangs on a phrase between the two.

    "was hacked to death by militiamen"; "the deportation of migrants by the army".
    """
    for preposition in parse.children_of(owner, "agent", "prep"):
        objects = parse.children_of(preposition, "pobj")
        if preposition.lemma == "by":
            return next((one for one in objects if one.tag != "VBG"), None)
        for one in objects if depth else []:
            found = find_by_phrase(parse, one, depth - 1)
            if found:
                return found
    return None


def find_antecedent(parse: Parse, verb: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for; any other subject is itself."""
    if subject.lemma in RELATIVE and verb.label == "relcl":
        return parse.head_of(verb)
    if subject.lemma in RELATIVE and verb.label == "conj" and parse.head_of(verb).label == "relcl":
        return parse.head_of(parse.head_of(verb))
    return subject


def find_inverted(parse: Parse, verb: Token) -> Token | None:
    """The noun right after a verb that follows its quotation, '…," added the minister', or opens its sentence."""
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or verb.lemma not in INVERTING:
        return None
    before = parse.tokens[verb.index - 1] if verb.index else None
    opens = before is None or before.sentence != verb.sentence
    if not opens and before is not None and before.words not in BEFORE_INVERTED:
        return None
    if opens and verb.label in ("compound", "amod") and parse.head_of(verb).index > verb.index:
        return parse.head_of(verb)
    for child in parse.children_of(verb, "dobj", "attr", "oprd"):
        agrees = verb.tag != "VBP" or child.tag not in ("NN", "NNP") or bool(parse.children_of(child, "conj"))
        if (
            child.index > verb.index
            and not has_verb_between(parse, verb, child)
            and (agrees or child.lemma == "police")
        ):
            return child
    return None


def has_verb_between(parse: Parse, first: Token, last: Token) -> bool:
    """Whether a verb stands between two tokens."""
    return any(token.tag.startswith("V") for token in parse.tokens[first.index + 1 : last.index])


def find_actor_span(doc: CodedDocument, head: Token | None) -> Span | None:
    """The mention that a token heads, else its noun phrase; None for no token, and for "it", "this" and "there"."""
    if head is None:
        return None
    mention = doc.mentions_by_head.get(("actor", head.index))
    if mention:
        return mention.span
    beside = (doc.mentions_by_head.get(("actor", one.index)) for one in doc.parsed.children_of(head, "appos"))
    named = next((one.span for one in beside if one and one.form == "name"), None)
    if named:
        return named
    if head.tag not in SPEAKING_TAGS and head.lemma not in QUANTIFIERS:
        return None
    if head.lemma in ("it", "there", "this", "that", "what", "which"):
        return None
    return find_phrase(doc.parsed, head)
