"""Noun phrases and the roles that words play in them."""

from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.spans import Span

PREMODIFIERS = ("det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "neg", "advmod")
INSIDE = ("case", "punct", "cc", "conj", "npadvmod", "pobj", "prt", "aux")
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
NAME_TAGS = ("NNP", "NNPS")
OPENING = {'"', "“", "‘", "'", "``", "(", "[", "-", ",", "''", "”"}


def find_phrase(parse: Parse, head: Token) -> Span:
    """A noun phrase from its determiner to its head: "the two rebels" of "the two rebels who fled"."""
    members = [head, *(one for one in list_premodifiers(parse, head) if one.index < head.index)]
    members = keep_neighbours(sorted(members, key=lambda token: token.index), head)
    while len(members) > 1 and members[0].words in OPENING:
        members = members[1:]
    return span_of(members)


def list_premodifiers(parse: Parse, token: Token) -> list[Token]:
    """What stands before a noun as a part of its name or description, without the phrases and clauses on it."""
    found = []
    for child in parse.children_of(token, *PREMODIFIERS, *INSIDE):
        if child.label in PREMODIFIERS and child.index > token.index:
            continue
        found.append(child)
        found.extend(list_premodifiers(parse, child))
    return found


def keep_neighbours(members: list[Token], head: Token) -> list[Token]:
    """The members that reach the head without a gap, but for one mark such as a hyphen or a quotation mark."""
    kept = [head]
    for token in reversed(members):
        if token.index == head.index:
            continue
        if kept[0].index - token.index > 2:
            break
        kept.insert(0, token)
    return kept


def find_conjuncts(parse: Parse, token: Token) -> list[Token]:
    """A token and all that is coordinated with it: "Iraq" and "Syria" of "Iraq and Syria".

    Also the name after "as well as" that the parser makes the subject of what follows: "both, as well as *Iran*, to".
    """
    found = [token]
    for child in parse.children_of(token, "conj"):
        found.extend(find_conjuncts(parse, child))
    for child in parse.children_of(token, "cc"):
        if child.lemma == "as" and child.index + 1 < len(parse.tokens):
            added = parse.tokens[child.index + 1]
            found += [added] if added.tag in NAME_TAGS and added.label == "nsubj" else []
    return found


def find_preposition(parse: Parse, token: Token) -> Token | None:
    """The preposition that governs a noun, also through coordination; None where there is none."""
    head = parse.head_of(token)
    seen = {token.index}
    while token.label == "conj" and head.index not in seen:
        seen.add(head.index)
        token, head = head, parse.head_of(head)
    return head if token.label in ("pobj", "pcomp") and head.tag in ("IN", "TO", "VBG", "RB", "RP") else None
