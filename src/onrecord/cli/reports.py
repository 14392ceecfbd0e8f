"""A coded report as it is printed: its events, each with its sentence, then its statements."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.consoles import print_facts, print_hanging
from onrecord.page import wording
from onrecord.page.passages import find_passage
from onrecord.page.wording import count_things

if TYPE_CHECKING:
    from rich.console import Console

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
        output.print("\nEVENTS", style="bold")
    print_events(doc, events, output)
    _print_rest(len(doc.events) - len(events), "events", hint, output)
    if statements:
        output.print("\nSTATEMENTS", style="bold")
    print_statements(doc, statements, output)
    _print_rest(len(doc.statements) - len(statements), "statements", hint, output)


def print_heading(doc: "CodedDocument", output: "Console") -> None:
    """The key, title, date and counts of a report."""
    document = doc.document
    key, title = wording.show_words(document.key), wording.show_words(document.title or "")
    output.print()
    print_hanging(output, "", Text.assemble((key, "bold"), f"  {title}" if title and title != key else ""))
    if document.outcome != "coded":
        words = wording.show_words(f"not coded ({document.outcome}): {document.reason}")
        print_hanging(output, "", Text(words, style=QUIET_STYLE))
        return
    published = document.published.isoformat() if document.published else "date not known"
    counts = f"{count_things(len(doc.events), 'event')}, {count_things(len(doc.statements), 'statement')}"
    output.print(Text(f"published {published} · {counts} · {doc.id}", style=QUIET_STYLE))


def _print_rest(count: int, name: str, hint: str, output: "Console") -> None:
    if count > 0:
        output.print(f"\n     … and {count} more {name}: {hint}", style=QUIET_STYLE)


def print_events(doc: "CodedDocument", events: "Sequence[Event]", output: "Console") -> None:
    """Events, each in a few lines with its number."""
    for number, event in enumerate(events, 1):
        _print_block(output, number, list_event_lines(doc, event))


def print_statements(doc: "CodedDocument", statements: "Sequence[Statement]", output: "Console") -> None:
    """Statements, each in a few lines with its number."""
    for number, statement in enumerate(statements, 1):
        _print_block(output, number, list_statement_lines(doc, statement))


def _print_block(output: "Console", number: int, lines: Iterator[Text]) -> None:
    if number > 1:
        output.print()
    for index, line in enumerate(lines):
        print_hanging(output, "     " if index else f"{number:>4} ", line)


def list_event_lines(doc: "CodedDocument", event: "Event") -> Iterator[Text]:
    """Who did what to whom; when and where, with which counts; who vouches for it; the sentence; the record."""
    who, whom = wording.describe_side(doc, event.actors), wording.describe_side(doc, event.recipients)
    what = wording.describe_type(event)
    yield Text.assemble((who, WHO_STYLE), " → ", (what, EVENT_STYLE), " → ", (whom, WHO_STYLE))
    time, place = wording.find_time(doc, event.time), wording.find_place(doc, event.place)
    counts = "".join(f" · {wording.describe_count(doc, count)}" for count in event.counts)
    yield Text(f"when: {wording.describe_time(time)} · where: {wording.describe_place(place)}{counts}")
    for view in event.views:
        yield Text(wording.describe_view(doc, view))
    yield make_sentence(doc, [event.trigger], style=EVENT_STYLE)
    yield Text(f"{event.id} · cameo {event.cameo} · confidence {event.confidence:.2f}", style=QUIET_STYLE)


def list_statement_lines(doc: "CodedDocument", statement: "Statement") -> Iterator[Text]:
    """Speaker, act and addressee; what is said; the record."""
    addressee = doc.actors_by_id.get(statement.addressee or "")
    to = f" → {wording.describe_actor(addressee)}" if addressee else ""
    outer = wording.find_statement(doc, statement.inside)
    told = f", as {wording.describe_speaker(doc, outer)} tells it" if outer else ""
    head = Text.assemble((wording.describe_speaker(doc, statement), WHO_STYLE), " → ", (statement.act, EVENT_STYLE), to)
    yield head.append(f" · {statement.manner}{told}", style=QUIET_STYLE)
    content = wording.describe_content(doc, statement)
    yield Text(content if len(content) <= CONTENT_CHARACTERS else content[:CONTENT_CHARACTERS].rstrip() + "…")
    yield Text(statement.id, style=QUIET_STYLE)


def make_sentence(doc: "CodedDocument", marked: "Sequence[Span]", *, style: str) -> Text:
    """The sentence around the first of some spans, with all of them in it bracketed."""
    passage = find_passage(doc.document, marked[0])
    words = Text("… " if passage.is_cut_before else "")
    position = passage.span.start
    for span in sorted(set(marked)):
        if position <= span.start and span.end <= passage.span.end:
            words.append(_show(doc.text[position : span.start]))
            words.append(f"[{_show(span.slice(doc.text))}]", style=style)
            position = span.end
    return words.append(_show(doc.text[position : passage.span.end]) + (" …" if passage.is_cut_after else ""))


def _show(text: str) -> str:
    """The text on one line; a space at its ends is kept."""
    shown = wording.show_words(text)
    if not shown:
        return " " if text else ""
    return " " * text[0].isspace() + shown + " " * text[-1].isspace()


def print_pairs(pairs: "Sequence[tuple[str, str]]", output: "Console") -> None:
    """Labels and words in two columns."""
    print_facts(output, pairs, label_style=QUIET_STYLE)
