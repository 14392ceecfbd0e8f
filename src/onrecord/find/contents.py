"""What is said, as the grammar of a cue has it.

said (that) …                     a clause; also the one around a cue in its midst, or after "as he put it"
urged them to … · denied doing    infinitives and gerunds
accused him of … · called for …   what the cue's preposition governs
called the plan a farce           a small clause: the object with what is said of it
denied the presence of …          a noun phrase
the plan was criticised by …      the subject of a passive
"""

from collections.abc import Callable, Iterator, Sequence

from onrecord.find.cues import FoundCue
from onrecord.find.speakers import find_inverted, is_passive
from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.phrases import NAME_TAGS
from onrecord.model.spans import Span

EDGES = {'"', "“", "”", "``", "''", ",", ";", ":", "‘", "’", "'", "-", "–", "—", "(", ")", "«", "»", "„"}
OPENERS = {"that"}
CLAUSAL = {"that", "quote", "question"}
REASONS = ("of", "for", "over", "with", "about", "as")
"""Prepositions of what somebody is accused of or praised for, with the object before them."""
PERIODS = {"year", "month", "week", "day", "hour", "minute", "decade", "time", "while", "moment", "second", "century"}
NAMING = ("call", "name", "dub", "label", "brand", "term")
"""Verbs that say something only with what a thing is called: "called it a farce", not "called a meeting"."""
FINDING = ("find", "feel", "see", "hear")
"""Verbs whose clause must be finite: "found that he was guilty", not "found him guilty"."""
THING_TAGS = ("NN", "NNS", "VBG")
ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ency", "ancy", "ure", "ity", "sis", "ism", "ion", "ness")
ACTS = {
    "halt", "end", "probe", "inquiry", "enquiry", "review", "release", "arrest", "strike", "airstrike", "raid",
    "attack", "ban", "curfew", "recount", "retreat", "search", "stop", "use", "sale", "return", "vote", "test",
    "trial", "withdrawal", "removal", "recall", "boycott", "blockade", "shutdown", "lockdown", "crackdown",
    "ceasefire", "truce", "reform", "change", "cut", "increase", "reduction", "delay", "pause", "break", "step",
    "move", "calm", "restraint", "caution", "patience", "dialogue", "talk", "peace", "respect", "support", "help",
    "aid", "unity", "justice", "access", "transfer", "repair", "audit", "study", "freeze", "hunt", "purge", "siege",
    "assault", "offensive", "advance", "evacuation", "rethink", "shake-up", "overhaul", "autopsy", "apology",
    "refund", "payment", "answer", "resignation", "sanctions", "sanction", "measure", "measures", "limit",
    "dismissal", "retrial", "hearing", "handover", "departure", "burial", "demolition", "exile", "death", "killing",
}  # fmt: skip
"""Nouns of acts that have no ending which tells it: what can be ordered, urged and demanded."""
GROUNDS = {"because", "since", "if", "unless", "until", "so"}
ABOUT = {"of", "about", "at", "with", "over", "by", "to", "for", "in", "on", "against", "from"}
"""Prepositions of what an adjective is about."""
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "VBG", "JJ")
EMPTY_OBJECTS = {
    "it", "this", "that", "so", "what", "which", "who", "whom", "himself", "herself", "itself", "themselves",
    "myself", "yourself", "ourselves",
}  # fmt: skip


ASIDES = {
    "charge",
    "claim",
    "allegation",
    "accusation",
    "report",
    "assertion",
    "suggestion",
    "contention",
    "story",
    "figure",
}
LEAST_TOKENS = 4
POINTING = {"it", "this", "that", "them", "these", "those"}
"""Pronouns that may be all of what is confirmed or denied."""


def find_contents(parse: Parse, cue: FoundCue, is_actor: Callable[[Token], bool]) -> list[list[Token]]:
    """The contents that a verbal cue has, each as its tokens; more than one for "said A and that B".

    `is_actor` says whether a word heads a mention of an actor: whom somebody asks is no content, what he questions is.
    """
    frames = set(cue.row.frames)
    verb = cue.token
    clauses = list_clauses(parse, verb)
    if cue.row.cue in FINDING:
        clauses = [one for one in clauses if any(is_finite(token) for token in (one, *parse.children_of(one)))]
    if clauses and CLAUSAL & frames:
        found = [join_subject(parse, cue, clause) for clause in clauses]
        return [*found[:-1], join_reason(parse, verb, found[-1])]
    around = find_clause_around(parse, cue)
    if around is not None and {"that", "quote"} & frames:
        return [cut_out(parse, cue, around)]
    small = find_small_clause(parse, cue)
    if small:
        return [small]
    below = [one for one in parse.children_of(verb, "xcomp") if one.tag.startswith("V") or one.tag == "JJ"]
    infinitives = [one for one in (below or clauses) if fits_infinitive(parse, one, cue.row.frames)]
    if not infinitives and cue.row.addressee == "object":
        infinitives = find_loose_infinitives(parse, cue)
    if infinitives:
        return [cut_out(parse, cue, one) for one in infinitives]
    relative = find_relative_object(parse, cue)
    if relative:
        return [relative]
    fragment = find_fragment(parse, cue)
    if fragment:
        return [fragment]
    finite = [one for one in below if any(is_finite(token) for token in parse.subtree(one))]
    if finite and "that" in frames:
        return [cut_out(parse, cue, finite[0])]
    return list(find_nominal(parse, cue, is_actor))


def find_fragment(parse: Parse, cue: FoundCue) -> list[Token]:
    """What stands before a comma and the cue, without a verb of its own: "No talks before spring, says minister"."""
    verb = cue.token
    inverted = find_inverted(parse, verb)
    speakers = [*parse.children_of(verb, "nsubj"), *([inverted] if inverted else [])]
    subjects = [token for one in speakers for token in parse.subtree(one)]
    sentence = parse.sentence_of(verb)
    first = min([verb.index, *(one.index for one in subjects if one.index == verb.index - 1)])
    before = list(parse.tokens[sentence.first : first])
    if "quote" not in cue.row.frames or len(before) < LEAST_TOKENS or before[-1].words != ",":
        return []
    follows = any(one.index > verb.index for one in subjects) or first < verb.index
    starts = before[0].tag in ("DT", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "PRP$")
    return trim_edges(before) if follows and starts and not any(one.words == "," for one in before[:-1]) else []


def find_relative_object(parse: Parse, cue: FoundCue) -> list[Token]:
    """The noun whose relative clause a cue is, as its object: "a charge *the rebels denied*"."""
    verb, noun = cue.token, parse.head_of(cue.token)
    if verb.label != "relcl" or "noun" not in cue.row.frames or noun.tag not in ("NN", "NNS"):
        return []
    subjects = parse.children_of(verb, "nsubj")
    objects = [one for one in parse.children_of(verb, "dobj") if one.lemma not in EMPTY_OBJECTS]
    if not subjects or subjects[0].tag in ("WDT", "WP") or objects or is_passive(parse, verb):
        return []
    below = {token.index for token in parse.subtree(verb)}
    kept = [one for one in parse.subtree(noun) if one.index not in below and one.index < verb.index]
    return trim_edges(kept)


def is_finite(token: Token) -> bool:
    """Whether a verb has a modal or a tense of its own."""
    return token.tag in ("VBD", "VBZ", "VBP", "MD")


def join_subject(parse: Parse, cue: FoundCue, clause: Token) -> list[Token]:
    """The content of a clause, with the subject that the parser took for the cue's object: "saying *a law* is bad"."""
    content = cut_out(parse, cue, clause)
    if parse.children_of(clause, "nsubj", "nsubjpass") or cue.row.addressee == "object" or not content:
        return content
    first = content[0].index
    objects = [one for one in parse.children_of(cue.token, "dobj") if cue.token.index < one.index < first]
    tokens = [token for one in objects for token in parse.subtree(one) if token.index < first]
    return trim_edges([*tokens, *content])


def join_reason(parse: Parse, verb: Token, content: list[Token]) -> list[Token]:
    """The content with the clause that gives its reason or condition, where the parser hangs that on the cue."""
    last = content[-1].index if content else verb.index
    reasons = [
        one
        for one in parse.children_of(verb, "advcl")
        if one.index > last > verb.index and any(mark.lemma in GROUNDS for mark in parse.children_of(one, "mark"))
    ]
    tokens = [*content, *(token for one in reasons for token in parse.subtree(one) if token.index > last)]
    return trim_edges(tokens) if reasons else content


def list_clauses(parse: Parse, verb: Token) -> list[Token]:
    """The clauses that a cue governs; not another cue in brackets of commas, as in "X, she said, vowed to …"."""
    below = parse.children_of(verb, "ccomp", "parataxis")
    found = [one for one in below if is_clause(parse, one) or is_gapped(parse, one, below)]
    found = [one for one in found if not (one.label == "parataxis" and is_bracketed(parse, one, verb))]
    aside = any(one.lemma in ASIDES and one.index < verb.index for one in parse.children_of(verb, "dobj"))
    shared = not parse.children_of(verb, "nsubj", "nsubjpass") and find_inverted(parse, verb) is None
    apart = aside or (shared and bool(parse.children_of(verb, "dobj")))
    return [one for one in found if one.index > verb.index or not (apart or is_parted(parse, one, verb))]


def is_gapped(parse: Parse, noun: Token, others: list[Token]) -> bool:
    """Whether a noun is a clause that shares its verb with the one before: "(said) two had died and *six injured*"."""
    shared = any(one.index < noun.index and is_clause(parse, one) for one in others)
    return shared and noun.label == "ccomp" and any(one.tag == "VBN" for one in parse.children_of(noun, "acl"))


def is_parted(parse: Parse, clause: Token, verb: Token) -> bool:
    """Whether a semicolon stands between a clause and the cue after it: they are two sentences."""
    return any(one.words == ";" for one in parse.tokens[clause.index + 1 : verb.index])


def is_bracketed(parse: Parse, clause: Token, verb: Token) -> bool:
    """Whether a clause has nothing but its subject, and stands before the verb or in its midst: ", she said,"."""
    return clause.index < verb.index or not parse.children_of(clause, "ccomp", "dobj", "acomp", "attr", "prep")


def find_clause_around(parse: Parse, cue: FoundCue) -> Token | None:
    """The clause that a cue stands in: "The road, she said, is closed"; "As she put it, the road is closed"."""
    verb = cue.token
    above = parse.head_of(verb)
    if above.index == verb.index or not is_clause(parse, above):
        return None
    if verb.label == "parataxis":
        return above
    is_as = any(one.words.casefold() == "as" for one in parse.children_of(verb, "mark", "advmod", "prep"))
    others = ("xcomp",) if cue.row.addressee == "object" or len(cue.words) > 1 else ("dobj", "xcomp")
    return above if verb.label == "advcl" and is_as and not parse.children_of(verb, *others) else None


def find_loose_infinitives(parse: Parse, cue: FoundCue) -> list[Token]:
    """The infinitive that the parser hangs as a purpose, or on the one asked: "called on Peru *to open the border*"."""
    if "infinitive" not in cue.row.frames:
        return []
    asked = [child for one in (cue.token, *cue.words[1:]) for child in parse.children_of(one, "dobj", "pobj")]
    hanging = [
        child for one in (cue.token, *asked) for child in parse.children_of(one, "advcl", "acl", "relcl", "xcomp")
    ]
    verbs = [one for one in hanging if one.tag == "VB" and one.index > max((a.index for a in asked), default=0)]
    return [one for one in verbs if asked and any(child.tag == "TO" for child in parse.children_of(one, "aux"))][:1]


def find_small_clause(parse: Parse, cue: FoundCue) -> list[Token]:
    """The object and what is said of it: "the plan a farce", "the plan as a farce"; in a passive the subject and it."""
    verb = cue.token
    if "noun" not in cue.row.frames:
        return []
    said_of = parse.children_of(verb, "oprd")
    said_of += [one for one in parse.children_of(verb, "prep") if one.lemma == "as" and parse.children_of(one)]
    said_of = [one for one in said_of if one.index > verb.index]
    if not said_of:
        return []
    objects = parse.children_of(verb, "nsubjpass" if is_passive(parse, verb) else "dobj")
    kept = {one.index for head in (*objects, said_of[0]) for one in parse.subtree(head)}
    first = said_of[0].index
    rest = [one for one in parse.children_of(verb, "conj", "cc", "appos", "punct") if one.index > first]
    kept |= {one.index for head in rest if not head.tag.startswith("V") for one in parse.subtree(head)}
    return trim_edges([parse.tokens[index] for index in sorted(kept)])


def is_clause(parse: Parse, token: Token) -> bool:
    """Whether a complement is a clause with a verb or a predicate of its own."""
    if token.tag.startswith(("V", "MD")):
        return True
    return bool(parse.children_of(token, "nsubj", "nsubjpass", "cop", "aux", "auxpass"))


def fits_infinitive(parse: Parse, token: Token, frames: Sequence[str]) -> bool:
    """Whether an infinitive or a gerund ("having done") is among the forms that a cue's content takes."""
    auxiliaries = parse.children_of(token, "aux")
    if (token.tag == "VBG" and not auxiliaries) or any(one.tag == "VBG" for one in auxiliaries[:1]):
        return "gerund" in frames or "noun" in frames
    return "infinitive" in frames


def find_nominal(parse: Parse, cue: FoundCue, is_actor: Callable[[Token], bool]) -> Iterator[list[Token]]:
    """Gerunds and nouns: "denied the presence of", "accused Y of doing", "called for a ceasefire"."""
    if not {"gerund", "noun"} & set(cue.row.frames):
        return
    verb = cue.token
    prepositions = [one for one in cue.words if one.tag in ("IN", "TO", "RP")]
    objects = parse.children_of(verb, "nsubjpass" if is_passive(parse, verb) else "dobj")
    agents = [child for one in parse.children_of(verb, "agent") for child in parse.children_of(one, "pobj")]
    reasons = [one for head in (verb, *agents) for one in parse.children_of(head, "prep") if one.lemma in REASONS]
    reasons += [one for noun in objects for one in parse.children_of(noun, "prep")
                if one.lemma == "of" and cue.row.act == "accuse" and parse.children_of(one, "pcomp")]  # fmt: skip
    days = [day for one in parse.children_of(verb, "prep") for day in parse.children_of(one, "pobj")]
    reasons += [one for day in days for one in parse.children_of(day, "prep")
                if one.lemma == "of" and cue.row.act == "accuse" and parse.children_of(one, "pcomp")]  # fmt: skip
    reasons = [one for one in reasons if one in parse.children_of(verb) or parse.children_of(one, "pcomp")]
    reasons = [one for one in reasons if one.index > verb.index]
    if not prepositions and (objects or is_passive(parse, verb)) and cue.row.act in ("accuse", "praise", "deny"):
        prepositions = reasons
    for preposition in prepositions:
        for child in parse.children_of(preposition, "pcomp", "pobj"):
            if child.lemma in PERIODS or child.tag in ("WDT", "WP"):
                continue
            yield cut_out(parse, cue, child)
            return
    if "noun" not in cue.row.frames or len(cue.words) > 1 or cue.row.cue in NAMING:
        return
    if is_passive(parse, verb) and not any(is_actor(one) or one.tag in NAME_TAGS for one in agents):
        return
    for child in objects:
        if cue.row.addressee == "object" and (is_actor(child) or not can_be_asked_for(child, cue)):
            continue
        if cue.row.act == "promise" and parse.children_of(verb, "dative") and not is_act(child):
            continue
        points_back = child.lemma in POINTING and cue.row.commitment in ("factive", "negative")
        if points_back or (child.tag in NOUN_TAGS and child.lemma not in EMPTY_OBJECTS):
            yield cut_out(parse, cue, child)
            return


def can_be_asked_for(token: Token, cue: FoundCue) -> bool:
    """Whether an object is what is said or asked for, not whom: "ordered an inquiry", not "a coffee" or "the men"."""
    if token.tag not in THING_TAGS:
        return False
    return is_act(token) or cue.row.act != "call"


def is_act(token: Token) -> bool:
    """Whether a noun is something done: "inquiry", "withdrawal", "release"; not "coffee"."""
    return token.tag == "VBG" or token.lemma.endswith(ACT_ENDINGS) or token.lemma in ACTS


def find_adjectival(parse: Parse, cue: FoundCue, verb: Token) -> list[Token]:
    """What an adjective is about: "confident *that …*", "critical *of …*"; `verb` is what says it of its subject."""
    frames = set(cue.row.frames)
    token = cue.token
    below = [
        one for head in (token, verb) for one in parse.children_of(head, "ccomp", "xcomp") if one.index > token.index
    ]
    if below and {"that", "infinitive", "question"} & frames:
        return cut_out(parse, cue, below[0])
    for preposition in parse.children_of(token, "prep") if {"gerund", "noun"} & frames else []:
        for child in parse.children_of(preposition, "pobj", "pcomp"):
            if preposition.lemma in ABOUT:
                return cut_out(parse, cue, child)
    return []


def find_nominal_clause(parse: Parse, noun: Token) -> Token | None:
    """The clause with "that" or the infinitive that says what a noun's words are; a participle is not one."""
    clauses = (one for one in parse.children_of(noun, "acl", "ccomp") if is_said_clause(parse, one))
    return next(clauses, None)


def is_said_clause(parse: Parse, token: Token) -> bool:
    """Whether a clause begins with "that", "to" or "whether"."""
    first = next(iter(parse.children_of(token, "mark", "aux")), None)
    return first is not None and first.lemma in ("that", "to", "whether")


def cut_out(parse: Parse, cue: FoundCue, head: Token) -> list[Token]:
    """The tokens below a complement, without those of the cue and of its subject where they stand in its midst."""
    inside = {token.index for token in parse.subtree(head)}
    if cue.token.index in inside:
        inside -= {token.index for token in parse.subtree(cue.token)}
    for aside in (parse.tokens[index] for index in sorted(inside)):
        if aside.lemma in ASIDES and is_aside(parse, aside):
            inside -= {token.index for token in parse.subtree(aside)}
    return trim_edges([parse.tokens[index] for index in sorted(inside)])


def is_aside(parse: Parse, noun: Token) -> bool:
    """Whether a noun names what was just said, and somebody else's answer to it: ", a charge the rebels denied"."""
    first = min(token.index for token in parse.subtree(noun))
    after_comma = first > 0 and parse.tokens[first - 1].words in (",", "—", "–", "-")
    return (
        after_comma and noun.label in ("npadvmod", "appos", "dobj", "attr") and bool(parse.children_of(noun, "relcl"))
    )


def trim_edges(tokens: list[Token]) -> list[Token]:
    """The tokens without marks at either end, and without "that" at the beginning."""
    while tokens and (
        tokens[0].words in EDGES or (tokens[0].words.casefold() in OPENERS and tokens[0].label == "mark")
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].words in EDGES or tokens[-1].words == "." or tokens[-1].tag == "CC"):
        tokens = tokens[:-1]
    return tokens


def group_spans(tokens: list[Token]) -> list[Span]:
    """The tokens as spans, a new one wherever more than two tokens are left out."""
    groups: list[list[Token]] = []
    for token in tokens:
        if not groups or token.index - groups[-1][-1].index > 2:
            groups.append([])
        groups[-1].append(token)
    trimmed = (trim_edges(group) for group in groups)
    return [span_of(group) for group in trimmed if group]
