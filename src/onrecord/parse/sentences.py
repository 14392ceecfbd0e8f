"""Sentences that end where a reader would end them.

The parser may leave a closing quotation mark at the head of the next sentence, or make a sentence of marks alone.
"""

from dataclasses import replace

from onrecord.model.parse import Token

STRAIGHT = '"'
CLOSING = {"”", "’’", "''", "»", ")", "]"}
MARKS = {STRAIGHT, "“", "”", "'", "‘", "’", "''", "``", "»", "«", ")", "]", "(", "[", "-", "–", "—", ".", "…", "*"}


def mend_sentences(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of a paragraph in sentences, closing marks with what they close."""
    sentences = group_sentences(tokens)
    mended: list[list[Token]] = []
    straight = 0
    for sentence in sentences:
        closing = count_closing(sentence, is_open=straight % 2 == 1) if mended else 0
        straight += sum(token.words == STRAIGHT for token in sentence)
        if closing:
            root = find_root(mended[-1])
            mended[-1].extend(replace(token, head=root.index, label="punct") for token in sentence[:closing])
        rest = sentence[closing:]
        if rest:
            mended.append(keep_heads_inside(rest))
    return mended


def group_sentences(tokens: list[Token]) -> list[list[Token]]:
    """Tokens by the sentence number that the parser gave them."""
    groups: list[list[Token]] = []
    for token in tokens:
        if not groups or groups[-1][0].sentence != token.sentence:
            groups.append([])
        groups[-1].append(token)
    return groups


def count_closing(sentence: list[Token], *, is_open: bool) -> int:
    """How many tokens at the head of a sentence belong to the one before."""
    if all(token.words in MARKS for token in sentence):
        return len(sentence)
    count = 0
    for token in sentence:
        if token.words in CLOSING or (token.words == STRAIGHT and is_open):
            count += 1
            is_open = is_open and token.words != STRAIGHT
            continue
        break
    return count


def find_root(tokens: list[Token]) -> Token:
    """The first token that is its own head, or whose head lies outside."""
    inside = {token.index for token in tokens}
    return next((t for t in tokens if t.head == t.index or t.head not in inside), tokens[0])


def keep_heads_inside(tokens: list[Token]) -> list[Token]:
    """The tokens, none with a head in another sentence; one that had becomes a root or hangs on the root."""
    inside = {token.index for token in tokens}
    if all(token.head in inside for token in tokens):
        return list(tokens)
    root = find_root(tokens)
    return [
        token if token.head in inside else replace(token, head=token.index if token is root else root.index)
        for token in tokens
    ]
