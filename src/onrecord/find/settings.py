"""Settings of statements: when and where something was said, and in what or to whom in the media.

said on Wednesday in Lima · told CBS News · wrote in a letter · said on Twitter · in an interview with Radio Minho
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.cues import FoundCue
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_phrase
from onrecord.model.spans import Span
from onrecord.model.statements import Commitment, Setting

PLACING = ("in", "at", "from", "outside", "near")
CARRYING = ("in", "on", "at", "during", "to", "via", "through", "by", "over", "with")
"""Prepositions before what something is said in or to."""
MEDIA_SECTOR = "JRN"


@dataclass(frozen=True, eq=False)
class SettingReader:
    """Reads the setting of a statement off the phrases that hang on its cue."""

    lexicon: Lexicon

    def read(self, cue: FoundCue | None, addressee: Span | None, doc: CodedDocument) -> Setting:
        """The setting of a cue; empty for a statement without one."""
        if cue is None:
            return Setting()
        hanging = list(list_hanging(doc.parsed, cue.token))
        return Setting(
            commitment=cast(Commitment, cue.row.commitment),
            time=self.find_time([one for _, one in hanging], doc),
            place=self.find_place(hanging, doc),
            medium=self.find_medium(hanging, addressee, doc) or self.find_told(cue, doc),
        )

    def find_time(self, heads: list[Token], doc: CodedDocument) -> str | None:
        """The time that hangs on the cue: "said on Wednesday"."""
        mentions = (doc.mentions_by_head.get(("time", head.index)) for head in heads)
        return next((doc.target_of(mention, "time") for mention in mentions if mention), None)

    def find_place(self, hanging: list[tuple[str, Token]], doc: CodedDocument) -> str | None:
        """The place that hangs on the cue: "said in Lima", not "said in a letter"."""
        for preposition, head in hanging:
            mention = doc.mentions_by_head.get(("place", head.index)) if preposition in PLACING else None
            place = doc.target_of(mention, "place") if mention else None
            if place:
                return place
        return None

    def find_medium(self, hanging: list[tuple[str, Token]], addressee: Span | None, doc: CodedDocument) -> Span | None:
        """The broadcaster or newspaper spoken to, else the letter, the television or the news conference."""
        heard = doc.actor_mentions.get(addressee) if addressee else None
        if heard and self.is_media(heard.span, doc):
            return heard.span
        for preposition, head in hanging:
            if preposition in CARRYING and self.carries(head):
                inner = [child for one in doc.parsed.children_of(head, "prep") if one.lemma in ("with", "to", "on")
                         for child in doc.parsed.children_of(one, "pobj")]  # fmt: skip
                spans = (find_phrase(doc.parsed, one) for one in inner)
                return next((span for span in spans if self.is_media(span, doc)), find_phrase(doc.parsed, head))
        return None

    def find_told(self, cue: FoundCue, doc: CodedDocument) -> Span | None:
        """What is told something, where it is no actor: "told *the Arabic service* of state television"."""
        for one in doc.parsed.children_of(cue.token, "dobj") if cue.row.addressee == "object" else ():
            owners = [child for of in doc.parsed.children_of(one, "prep") if of.lemma == "of"
                      for child in doc.parsed.children_of(of, "pobj")]  # fmt: skip
            if any(self.carries(word) for word in (one, *owners)):
                return find_phrase(doc.parsed, one)
        return None

    def carries(self, head: Token) -> bool:
        """Whether a noun is what something is said in."""
        words = self.lexicon.medium_words
        return head.tag.startswith("NN") and (head.lemma.casefold() in words or head.words.casefold() in words)

    def is_media(self, span: Span, doc: CodedDocument) -> bool:
        """Whether some words name a broadcaster, a newspaper or an agency."""
        head = doc.parsed.root_in(span)
        mention = doc.mentions_by_head.get(("actor", head.index)) if head else None
        actor = doc.actor_of(mention) if mention and mention.form == "name" else None
        if actor is not None and actor.sector == MEDIA_SECTOR:
            return True
        last = span.slice(doc.text).split()[-1].casefold()
        return self.lexicon.organization_words.get(last, ("", ""))[1] == MEDIA_SECTOR


def list_hanging(parse: Parse, verb: Token) -> Iterator[tuple[str, Token]]:
    """The heads of the phrases on a verb, each with its preposition or "": ("in", Lima), ("", Wednesday)."""
    for child in parse.children_of(verb, "npadvmod", "advmod", "prep", "dative"):
        if child.label in ("prep", "dative"):
            for one in parse.children_of(child, "pobj"):
                yield child.lemma, one
                yield from list_hanging(parse, one)
        else:
            yield "", child
