"""Whose words some words are: the statement around them, or the report's own.

Police said the rebels attacked.      "attacked" is in the statement of the police
The rebels planned to attack.         the report tells it: nobody said it
"""

from onrecord.model.coded import CodedDocument
from onrecord.model.spans import Span
from onrecord.model.statements import Statement

INTENTIONS = {"plan", "intend", "intention", "prepare", "aim", "mean", "consider", "want", "seek", "hope"}
"""Cues of what somebody has in mind, which the report tells, not they."""


def get_holder(doc: CodedDocument, span: Span) -> str:
    """The innermost statement whose content holds a span, else "report"."""
    around = find_statement(doc, span)
    return around.id if around else "report"


def find_statement(doc: CodedDocument, span: Span) -> Statement | None:
    """The innermost statement whose content holds a span; what somebody has in mind is told by the one around it."""
    found = doc.statement_index.find_innermost(span)
    if found is None or found.act != "promise" or found.cue is None or found.manner == "direct":
        return found
    is_intended = any(token.lemma in INTENTIONS for token in doc.parsed.tokens_in(found.cue))
    return find_statement(doc, found.cue) if is_intended and not found.cue.overlaps(span) else found


def find_content(span: Span, statement: Statement | None) -> Span | None:
    """The part of a statement's content that holds a span."""
    return next((part for part in statement.content if part.contains(span)), None) if statement else None


def is_reported_past(doc: CodedDocument, statement: Statement | None) -> bool:
    """Whether a statement is told in words of the report's own and in the past: "said it would"."""
    if statement is None or statement.cue is None or statement.manner != "indirect":
        return False
    return any(token.tag in ("VBD", "VBN") for token in doc.parsed.tokens_in(statement.cue))
