"""Who says what a sentence tells, at its end, where the grammar of a parse has lost them.

Soldiers took six hundred camels at the wells of Arada, a clan elder told the radio.

The last comma is followed by a noun phrase, a verb of saying in a finite form, and no clause of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.find.contents import group_spans, trim_edges
from onrecord.find.cues import CueIndex
from onrecord.find.drafts import Draft
from onrecord.find.speakers import find_actor_span
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Token

RULE = "trailing"
SAYING = {
    "say", "tell", "announce", "report", "state", "add", "write", "note", "recall", "conclude", "disclose", "declare",
    "claim", "explain", "maintain", "insist", "recount", "telegraph", "establish", "observe", "confirm", "testify",
    "reveal", "acknowledge", "allege", "learn", "find", "discover", "believe", "assert", "cable", "remember",
}  # fmt: skip
STRAY = {"conj", "appos", "relcl", "dep", "ccomp", "advcl", "acl", "parataxis", "pobj", "ROOT"}
"""What a verb of saying is called where the parse has lost it."""
PHRASE_TAGS = ("NN", "NNS", "NNP", "NNPS", "DT", "JJ", "PRP$", "POS", "CD", "IN", "HYPH")
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
LONGEST = 10


@dataclass(frozen=True, eq=False)
class TrailingFinder:
    """Finds the statements that a sentence's last words attribute."""

    cues: CueIndex

    def find(self, verb: Token, doc: CodedDocument) -> Iterator[Draft]:
        """The statement of a verb of saying that has no subject, if its sentence ends in "…, NOUN PHRASE said …"."""
        parse = doc.parsed
        if verb.lemma not in SAYING or verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or verb.label not in STRAY:
            return
        if parse.children_of(verb, "nsubj", "nsubjpass", "ccomp", "xcomp", "aux", "auxpass", "cc"):
            return
        cue = self.cues.find_verb(parse, verb)
        sentence = parse.sentence_of(verb)
        before = parse.tokens[sentence.first : verb.index]
        comma = next((one.index for one in reversed(before) if one.words == ","), None)
        if cue is None or comma is None or not {"that", "quote"} & set(cue.row.frames):
            return
        phrase = parse.tokens[comma + 1 : verb.index]
        after = parse.tokens[verb.index + 1 : sentence.last]
        told = parse.tokens[sentence.first : comma]
        if not phrase or len(phrase) > LONGEST or phrase[-1].tag not in NOUN_TAGS:
            return
        if any(one.tag not in PHRASE_TAGS for one in phrase) or phrase[0].tag == "IN":
            return
        if any(one.words == "," or one.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") for one in after):
            return
        if not any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in told):
            return
        spans = tuple(group_spans(trim_edges(list(told))))
        head = find_head(list(phrase))
        speaker = find_actor_span(doc, head)
        if spans and speaker:
            yield Draft(cue, spans, speaker, None, RULE)


def find_head(phrase: list[Token]) -> Token:
    """The noun that a phrase is about: the last one before its first preposition."""
    end = next((position for position, one in enumerate(phrase) if one.tag == "IN"), len(phrase))
    return phrase[end - 1]
