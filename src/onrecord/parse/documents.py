"""A document's sentences and tokens: paragraph by paragraph, each on its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from onrecord.model.documents import Document
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.spans import Span
from onrecord.parse.attachments import Reporting, mend_attachments
from onrecord.parse.lemmas import Lemmas
from onrecord.parse.model import load_model
from onrecord.parse.sentences import mend_sentences

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_PIECE = 10_000
"""Characters parsed at once; a longer paragraph is cut at white space."""
BATCH = 32


@dataclass(frozen=True)
class Words:
    """The words of one piece of text, with the offset of each in the document; white space is left out.

    `norms` are the tokenizer's normal forms: "not" of "n’t". Without them the parser takes "n’t" for a noun.
    """

    words: list[str]
    starts: list[int]
    norms: list[str]
    zone: int


class Parser:
    """Parses documents with one model. `stand_ins` are acronyms and the names that the parser sees for them.

    `lemmas` are corrections of the model's lemmas, by (word, first two letters of the tag); `reporting` are the words
    that report, which the model often hangs on what others say.
    """

    def __init__(
        self,
        package: str,
        stand_ins: Mapping[str, str],
        lemmas: Mapping[tuple[str, str], str],
        reporting: Reporting | None = None,
    ) -> None:
        self.pipeline: Language = load_model(package)
        self.lemmas = Lemmas(self.pipeline, lemmas)
        self.stand_ins = dict(stand_ins)
        self.reporting = reporting or Reporting()

    def parse(self, document: Document) -> Parse:
        """The parse of all that is not furniture. It depends on the document alone."""
        pieces = [words for words in self.split(document) if words.words]
        parsed = self.pipeline.pipe([self.make_doc(piece) for piece in pieces], batch_size=BATCH)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for piece, doc in zip(pieces, parsed, strict=True):
            found = mend_sentences(list(self.read_tokens(piece, doc, len(tokens))))
            kind = document.zones[piece.zone].kind
            for sentence in (mend_attachments(one, self.reporting) for one in found):
                number, first = len(sentences), len(tokens)
                tokens.extend(replace(token, sentence=number) for token in sentence)
                span = Span(sentence[0].start, sentence[-1].end)
                sentences.append(Sentence(number, span, first, len(tokens), piece.zone, kind))
        return Parse(tuple(sentences), tuple(tokens))

    def split(self, document: Document) -> Iterator[Words]:
        """The words of each paragraph that is to be parsed."""
        for number, zone in enumerate(document.zones):
            if zone.kind == "furniture":
                continue
            for span in cut(document.text, zone.span):
                doc = self.pipeline.tokenizer(span.slice(document.text))
                kept = [token for token in doc if not token.is_space]
                starts = [span.start + token.idx for token in kept]
                yield Words([token.text for token in kept], starts, [token.norm_ for token in kept], number)

    def make_doc(self, piece: Words) -> Any:
        """The piece as the parser sees it, with stand-ins for acronyms that it misreads."""
        from spacy.tokens import Doc

        words = piece.words
        if any(word in self.stand_ins for word in words) and not is_all_capitals(words):
            words = [self.stand_ins.get(word, word) for word in words]
        ends = [start + len(word) for start, word in zip(piece.starts, piece.words, strict=True)]
        spaces = [end < following for end, following in zip(ends, [*piece.starts[1:], ends[-1]], strict=True)]
        doc = Doc(self.pipeline.vocab, words=words, spaces=spaces)
        for token, seen, norm in zip(doc, piece.words, piece.norms, strict=True):
            if token.text == seen and token.norm_ != norm:
                token.norm_ = norm
        return doc

    def read_tokens(self, piece: Words, doc: Any, offset: int) -> Iterator[Token]:
        """Our tokens; `sentence` counts sentences of the piece for now."""
        sentence = -1
        for token, words, start in zip(doc, piece.words, piece.starts, strict=True):
            sentence += bool(token.is_sent_start)
            index, head = offset + token.i, offset + token.head.i
            tag = token.tag_
            lemma = self.lemmas.find(words, tag)
            yield Token(index, start, start + len(words), words, lemma, tag, token.dep_, head, sentence)


def cut(text: str, span: Span) -> Iterator[Span]:
    """The span in pieces that are not too long, cut at white space where there is any."""
    start = span.start
    while span.end - start > LONGEST_PIECE:
        space = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        end = space if space > 0 else start + LONGEST_PIECE
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def is_all_capitals(words: list[str]) -> bool:
    """Whether a paragraph is written in capitals, so that "IS" is the verb."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return len(letters) > 3 and sum(word.isupper() for word in letters) > len(letters) / 2
