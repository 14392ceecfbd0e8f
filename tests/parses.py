"""Parses made by hand, without a model: white space and punctuation part the tokens, the tags are guesses.

The first verb of a sentence is its root and the head of every other word. Where a test depends on a tag, a head or a
label it says so: `parse_plain("It may rain", tags={"may": "MD"})`.
"""

import re
from collections.abc import Mapping

from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.spans import Span

TOKEN = re.compile(r"\d+(?:[.,:]\d+)+|[ap]\.m\.|(?:[A-Z]\.){2,}|[A-Z][a-z]{1,4}\.(?=\s\d)|\w+|[^\w\s]")
SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z][a-z]{2}\.)(?<!Sept\.)[\"”]?\s+(?=[\"“A-Z0-9])")
NEXT_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
TAGGED_WORDS = {
    "DT": "the a an this these those every each some any another no",
    "PRP$": "his her their its my our your",
    "PRP": "he she it they we you i",
    "IN": "in on at by of from since until till during before after between for with about into through over within "
    "than as around that",
    "CC": "and or but",
    "MD": "will may can could would should might must shall",
    "VBD": "said was were had did began fell took met came left went won rose sat broke",
    "VBZ": "is has does says",
    "VBP": "are have do say",
    "VB": "be meet march leave",
    "TO": "to",
    "RB": "not then later ago",
    "POS": "'s ’s",
}
WORD_TAGS = {word: tag for tag, words in TAGGED_WORDS.items() for word in words.split()}
MARK_TAGS = {",": ",", ".": ".", "!": ".", "?": ".", ":": ":", ";": ":", "-": "HYPH", "–": ":", "—": ":",
             "(": "-LRB-", ")": "-RRB-", '"': "``", "“": "``", "”": "''", "$": "$"}  # fmt: skip


def guess_tag(words: str) -> str:
    """A Penn Treebank tag by the look of a word."""
    if words in MARK_TAGS:
        return MARK_TAGS[words]
    if words[0].isdigit():
        return "CD"
    if words.lower() in WORD_TAGS and not (words[0].isupper() and words in {"May", "March"}):
        return WORD_TAGS[words.lower()]
    if words[0].isupper():
        return "NNP"
    if words.endswith("ed"):
        return "VBD"
    return "NNS" if words.endswith("s") and not words.endswith("ss") else "NN"


def parse_plain(
    text: str,
    *,
    tags: Mapping[str, str] | None = None,
    heads: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
) -> Parse:
    """The parse of a text; `tags`, `heads` and `labels` go by word, and hold for every place where the word stands.

    Paragraphs are parted by empty lines and are zones; a word that is its own head in `heads` is the root.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for zone, (start, end) in enumerate(_split(text, 0, len(text), NEXT_PARAGRAPH)):
        for first, last in _split(text, start, end, SENTENCE_END):
            found = _read_sentence(text, Span(first, last), len(tokens), len(sentences), tags or {})
            if not found:
                continue
            sentences.append(
                Sentence(len(sentences), Span(first, last), len(tokens), len(tokens) + len(found), zone, "body")
            )
            tokens += _attach(found, heads or {}, labels or {})
    return Parse(tuple(sentences), tuple(tokens))


def _split(text: str, start: int, end: int, border: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, begin = [], start
    for match in border.finditer(text, start, end):
        pieces.append((begin, match.start()))
        begin = match.end()
    pieces.append((begin, end))
    return [(first, last) for first, last in pieces if text[first:last].strip()]


def _read_sentence(text: str, span: Span, first: int, sentence: int, tags: Mapping[str, str]) -> list[Token]:
    found: list[Token] = []
    for match in TOKEN.finditer(text, span.start, span.end):
        words = match[0]
        follows_modal = bool(found) and found[-1].tag == "MD" and words.islower() and words not in WORD_TAGS
        tag = tags.get(words, "VB" if follows_modal else guess_tag(words))
        index = first + len(found)
        found.append(Token(index, match.start(), match.end(), words, words.lower(), tag, "dep", first, sentence))
    return found


def _attach(tokens: list[Token], heads: Mapping[str, str], labels: Mapping[str, str]) -> list[Token]:
    verb = next((token for token in tokens if token.tag.startswith("V")), tokens[0])
    places = {token.words: token.index for token in reversed(tokens)}
    attached = []
    for token in tokens:
        head = places.get(heads.get(token.words, ""), verb.index)
        label = labels.get(token.words, "ROOT" if head == token.index else "dep")
        attached.append(
            Token(token.index, token.start, token.end, token.words, token.lemma, token.tag, label, head, token.sentence)
        )
    return attached
