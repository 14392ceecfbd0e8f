"""Statements of those who will not say: neither that it is so nor that it is not.

    declined to comment (on the strike) · refused to discuss it
    would not comment on the strike · could not confirm the report · had no comment on it
    neither confirmed nor denied the report

Not handled: "did not say how many", which asks for a figure and leaves the event to the report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.find.contents import cut_out, group_spans
from onrecord.find.cues import CueIndex, FoundCue
from onrecord.find.drafts import Draft
from onrecord.find.speakers import find_actor_span, find_subject
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Parse, Token

RULE = "silence"
ABOUT = ("on", "about", "to")
REFUSING = "infinitive"
"""The frame of "decline" and "refuse", whose infinitive must be another cue of silence: "declined to *comment*"."""


@dataclass(frozen=True, eq=False)
class SilenceFinder:
    """Finds statements of silence by the lexicon's cues of that kind."""

    cues: CueIndex

    def find(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """The statement of silence that a verb makes, if any."""
        cue = self.cues.find_silence(token)
        head = find_unsaid(cue, doc.parsed, self.cues) if cue else None
        if cue is None or head is None:
            return
        cue = replace(cue, words=tuple(list_words(cue.token, doc.parsed)))
        spans = tuple(group_spans(cut_out(doc.parsed, cue, head)))
        speaker = find_actor_span(doc, find_subject(doc.parsed, token))
        if spans and speaker:
            yield Draft(cue, spans, speaker, None, RULE)


def list_words(verb: Token, parse: Parse) -> list[Token]:
    """The words of a cue with what denies it: "could not confirm", "neither confirmed nor denied", "had no comment"."""
    denying = parse.children_of(verb, "neg", "aux", "preconj")
    nor = [
        one for one in parse.children_of(verb, "conj") if any(cc.lemma == "nor" for cc in parse.children_of(verb, "cc"))
    ]
    last = next(iter(nor), verb)
    last = next((one for one in parse.children_of(verb, "dobj") if is_nothing(one, parse)), last)
    first = min([verb.index, *(one.index for one in denying)])
    return list(parse.tokens[first : last.index + 1])


def find_unsaid(cue: FoundCue, parse: Parse, cues: CueIndex) -> Token | None:
    """The word that heads what is not said; None where it is said, or where nothing is named."""
    verb = cue.token
    if REFUSING in cue.row.frames:
        return next((one for one in parse.children_of(verb, "xcomp") if cues.find_silence(one)), None)
    if not is_unsaid(verb, parse):
        return None
    nouns = [one for one in parse.children_of(verb, "dobj") if not is_nothing(one, parse)]
    for child in parse.children_of(verb, "conj"):
        nouns += parse.children_of(child, "dobj")
    clauses = [one for one in parse.children_of(verb, "ccomp") if "that" in cue.row.frames]
    holders = [verb, *(one for one in parse.children_of(verb, "dobj") if is_nothing(one, parse))]
    return next(iter([*clauses, *nouns, *list_topics(parse, *holders)]), None)


def list_topics(parse: Parse, *holders: Token) -> list[Token]:
    """What some words are about: "comment on *the strike*", "respond to *the report*"."""
    prepositions = [one for holder in holders for one in parse.children_of(holder, "prep") if one.lemma in ABOUT]
    return [child for one in prepositions for child in parse.children_of(one, "pobj", "pcomp")]


def is_unsaid(verb: Token, parse: Parse) -> bool:
    """Whether a verb is denied: "would not", "could not", "neither … nor", "had no comment"."""
    if parse.children_of(verb, "neg") or any(one.lemma == "neither" for one in parse.children_of(verb, "preconj")):
        return True
    return any(is_nothing(one, parse) for one in parse.children_of(verb, "dobj"))


def is_nothing(noun: Token, parse: Parse) -> bool:
    """Whether a noun is "no comment"."""
    return noun.lemma == "comment" and any(one.lemma == "no" for one in parse.children_of(noun, "det"))
