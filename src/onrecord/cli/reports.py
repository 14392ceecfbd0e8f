"""A coded report as it is printed: its events, each with its sentence, then its statements."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.page import wording
from onrecord.page.passages import find_passage

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from onrecord.model.coded import CodedDocument
    from onrecord.model.events import Event
    from onrecord.model.spans import Span
    from onrecord.model.statements import Statement

CONTENT_CHARACTERS = 240
EVENT_STYLE, WHO_STYLE, QUIET_STYLE = "bold yellow", "cyan", "dim"


def print_report(doc: "CodedDocument", output: "Console", *, most: int | None = None, hint: str = "") -> None:
    """The whole report; `most` events and statements of it, with a hint where to see the others."""
    print_heading(doc, output)
    events, statements = doc.events[:most], doc.statements[:most]
    if events:
        output.print("EVENTS", style="bold")
    for number, event in enumerate(events, 1):
        output.print(make_event_block(doc, event, number))
    _print_rest(len(doc.events) - len(events), "events", hint, output)
    if statements:
        output.print("STATEMENTS", style="bold")
    for number, statement in enumerate(statements, 1):
        output.print(make_statement_block(doc, statement, number))
    _print_rest(len(doc.statements) - len(statements), "statements", hint, output)


def print_heading(doc: "CodedDocument", output: "Console") -> None:
    """The key, title, date and counts of a report."""
    from rich.text import Text

    document = doc.document
    key, title = wording.show_words(document.key), wording.show_words(document.title or "")
    output.print()
    output.print(Text.assemble((key, "bold"), f"  {title}" if title and title != key else ""))
    if document.outcome != "coded":
        output.print(Text(wording.show_words(f"not coded ({document.outcome}): {document.reason}"), style=QUIET_STYLE))
        return
    published = document.published.isoformat() if document.published else "date not known"
    counts = f"{len(doc.events)} events, {len(doc.statements)} statements"
    output.print(Text(f"published {published} · {counts} · {doc.id}", style=QUIET_STYLE))
    output.print()


def _print_rest(count: int, name: str, hint: str, output: "Console") -> None:
    if count > 0:
        output.print(f"     … and {count} more {name}: {hint}", style=QUIET_STYLE)
        output.print()


def make_event_block(doc: "CodedDocument", event: "Event", number: int) -> "Table":
    """An event in a few lines: who did what to whom; when and where; according to whom; the sentence."""
    from rich.text import Text

    block = _make_block(number)
    who, whom = wording.describe_side(doc, event.actors), wording.describe_side(doc, event.recipients)
    what = wording.describe_type(event)
    block.add_row(f"{number}", Text.assemble((who, WHO_STYLE), " → ", (what, EVENT_STYLE), " → ", (whom, WHO_STYLE)))
    time, place = wording.find_time(doc, event.time), wording.find_place(doc, event.place)
    when = f"when: {wording.describe_time(time)} · where: {wording.describe_place(place)}"
    counts = "".join(f" · {wording.describe_count(doc, count)}" for count in event.counts)
    block.add_row("", Text(when + counts))
    for view in event.views or ():
        block.add_row("", Text(f"according to {wording.describe_view(doc, view)}"))
    block.add_row("", make_sentence(doc, [event.trigger], style=EVENT_STYLE))
    block.add_row("", Text(f"{event.id} · cameo {event.cameo} · confidence {event.confidence:.2f}", style=QUIET_STYLE))
    block.add_row("", "")
    return block


def make_statement_block(doc: "CodedDocument", statement: "Statement", number: int) -> "Table":
    """A statement in a few lines: speaker, act, addressee; what is said."""
    from rich.text import Text

    block = _make_block(number)
    addressee = doc.actors_by_id.get(statement.addressee or "")
    to = f" → {wording.describe_actor(addressee)}" if addressee else ""
    outer = wording.find_statement(doc, statement.inside)
    told = f", as {wording.describe_saying(doc, outer)}" if outer else ""
    head = Text.assemble((wording.describe_speaker(doc, statement), WHO_STYLE), " → ", (statement.act, EVENT_STYLE), to)
    head.append(f" · {statement.manner}{told}", style=QUIET_STYLE)
    block.add_row(f"{number}", head)
    content = wording.describe_content(doc, statement)
    shown = content if len(content) <= CONTENT_CHARACTERS else content[:CONTENT_CHARACTERS].rstrip() + "…"
    block.add_row("", Text(f"“{shown}”"))
    block.add_row("", Text(statement.id, style=QUIET_STYLE))
    block.add_row("", "")
    return block


def _make_block(number: int) -> "Table":
    from rich.table import Table

    block = Table.grid(padding=(0, 1))
    block.add_column(justify="right", width=max(4, len(str(number))), style=QUIET_STYLE)
    block.add_column(overflow="fold")
    return block


def make_sentence(doc: "CodedDocument", marked: "Sequence[Span]", *, style: str) -> "Text":
    """The sentence around the first of some spans, with all of them in it bracketed."""
    from rich.text import Text

    passage = find_passage(doc.document, marked[0])
    words = Text("… " if passage.is_cut_before else "")
    position = passage.span.start
    for span in sorted(set(marked)):
        if position <= span.start and span.end <= passage.span.end:
            words.append(_show(doc.text[position : span.start]))
            words.append(f"[{_show(span.slice(doc.text))}]", style=style)
            position = span.end
    words.append(_show(doc.text[position : passage.span.end]) + (" …" if passage.is_cut_after else ""))
    return words


def _show(text: str) -> str:
    """The text on one line; a space at its ends is kept."""
    shown = wording.show_words(text)
    if not shown:
        return " " if text else ""
    return " " * text[0].isspace() + shown + " " * text[-1].isspace()
