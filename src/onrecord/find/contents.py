"""What is said, as the grammar of a cue has it: clauses, infinitives, gerunds and noun phrases."""

from collections.abc import Iterator, Sequence

from onrecord.find.cues import FoundCue
from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.spans import Span

EDGES = {'"', "“", "”", "``", "''", ",", ";", ":", "‘", "’", "'", "-", "–", "—", "(", ")"}
OPENERS = {"that"}


def find_contents(parse: Parse, cue: FoundCue) -> list[list[Token]]:
    """The contents that a verbal cue has, each as its tokens; more than one for "said A and that B"."""
    frames = cue.row.frames
    verb = cue.token
    clauses = [one for one in parse.children_of(verb, "ccomp", "parataxis") if is_clause(parse, one)]
    if clauses and {"that", "quote", "question"} & set(frames):
        return [cut_out(parse, cue, clause) for clause in clauses]
    above = parse.head_of(verb)
    if verb.label == "parataxis" and is_clause(parse, above) and {"that", "quote"} & set(frames):
        return [cut_out(parse, cue, above)]
    below = [one for one in parse.children_of(verb, "xcomp") if one.tag.startswith("V") or one.tag == "JJ"]
    infinitives = [one for one in (below or clauses) if fits_infinitive(parse, one, frames)]
    if infinitives:
        return [cut_out(parse, cue, one) for one in infinitives]
    return list(find_nominal(parse, cue))


def is_clause(parse: Parse, token: Token) -> bool:
    """Whether a complement is a clause with a verb or a predicate of its own."""
    return token.tag.startswith(("V", "MD")) or bool(parse.children_of(token, "nsubj", "cop", "aux"))


def fits_infinitive(parse: Parse, token: Token, frames: Sequence[str]) -> bool:
    """Whether an infinitive or a gerund is among the forms that a cue's content takes."""
    if token.tag == "VBG" and not parse.children_of(token, "aux"):
        return "gerund" in frames
    return "infinitive" in frames


def find_nominal(parse: Parse, cue: FoundCue) -> Iterator[list[Token]]:
    """Gerunds and nouns: "denied the presence of", "accused Y of doing", "called for a ceasefire"."""
    if not {"gerund", "noun"} & set(cue.row.frames):
        return
    prepositions = [one for one in cue.words if one.tag in ("IN", "TO", "RP")]
    objects = parse.children_of(cue.token, "dobj")
    below = [one for one in parse.children_of(cue.token, "prep") if one.lemma in ("of", "for", "over", "with")]
    for preposition in prepositions or (below if objects and cue.row.act in ("accuse", "praise", "deny") else []):
        for child in parse.children_of(preposition, "pcomp", "pobj"):
            yield cut_out(parse, cue, child)
            return
    for child in objects if "noun" in cue.row.frames and not below else []:
        if child.tag in ("NN", "NNS") and cue.row.addressee != "object":
            yield cut_out(parse, cue, child)
            return


def cut_out(parse: Parse, cue: FoundCue, head: Token) -> list[Token]:
    """The tokens below a complement, without those of the cue and of its subject where they stand in its midst."""
    inside = {token.index for token in parse.subtree(head)}
    if cue.token.index in inside:
        inside -= {token.index for token in parse.subtree(cue.token)}
    return trim_edges([parse.tokens[index] for index in sorted(inside)])


def trim_edges(tokens: list[Token]) -> list[Token]:
    """The tokens without marks at either end, and without "that" at the beginning."""
    while tokens and (
        tokens[0].words in EDGES or (tokens[0].words.casefold() in OPENERS and tokens[0].label == "mark")
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].words in EDGES or tokens[-1].words == "."):
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
