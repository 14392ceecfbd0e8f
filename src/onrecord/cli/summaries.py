"""What a run came to: how every item ended, and what was found. Counted as it happens, shown at the end."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.cli.exits import ExitCode

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console

    from onrecord.model.coded import CodedDocument

KEPT = "already there"
HALF = "coded, but a stage failed"
ORDER = ("coded", HALF, "duplicate", "skipped", KEPT, "failed")
MOST_REASONS = 8


@dataclass
class Tally:
    """Counts of one run. `read` are the readable reports, whatever became of them."""

    read: int = 0
    undated: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    @property
    def code(self) -> ExitCode:
        """How the run ends."""
        if not self.read:
            return ExitCode.NOTHING_READ
        return ExitCode.SOME_FAILED if self.outcomes["failed"] or self.outcomes[HALF] else ExitCode.DONE

    def add(self, doc: "CodedDocument", outcome: str) -> None:
        """Counts a document that ended with an outcome, and what is recorded of it."""
        self.outcomes[HALF if doc.failures and outcome == "coded" else outcome] += 1
        if doc.document.reason:
            self.reasons[doc.document.reason] += 1
        if outcome != "coded":
            return
        self.undated += doc.document.published is None
        self.found.update(f"events {view.polarity}" for event in doc.events for view in event.views)
        self.found.update(f"statements {statement.manner}" for statement in doc.statements)
        self.found.update(f"act {statement.act}" for statement in doc.statements)
        self.found["actors without a name"] += sum(actor.type == "unnamed" for actor in doc.actors)
        for name in ("events", "statements", "actors"):
            self.found[name] += len(getattr(doc, name))
        chosen = {mention.place for mention in doc.mentions if mention.place}
        self.found["places"] += sum(place.id in chosen for place in doc.places)
        self.found["places not located"] += sum(place.id in chosen and place.latitude is None for place in doc.places)


def show_summary(tally: Tally, talk: "Console") -> None:
    """Two small tables: how the items ended, and what was found in those coded now."""
    from rich.table import Table

    from onrecord.page.wording import count_things

    outcomes = Table("outcome", "items", box=_get_box(), show_edge=False, pad_edge=False)
    outcomes.columns[1].justify = "right"
    for name in ORDER:
        if tally.outcomes[name] or name == "coded":
            outcomes.add_row(name, f"{tally.outcomes[name]:,}")
    found = Table("found", "", "", box=_get_box(), show_edge=False, pad_edge=False)
    found.columns[1].justify = "right"
    for row in list_found(tally):
        found.add_row(*row)
    both = Table.grid(padding=(0, 6))
    both.add_row(outcomes, *([found] if tally.outcomes["coded"] else []))
    talk.print()
    talk.print(both)
    for reason, count in tally.reasons.most_common(MOST_REASONS):
        talk.print(f"not coded: {reason} ({count_things(count, 'report')})")
    if tally.undated:
        reports = count_things(tally.undated, "report")
        talk.print(f"without a date, so that “on Monday” stays open: {reports}; give it with --published 2024-03-07")


def list_found(tally: Tally) -> list[tuple[str, str, str]]:
    """What was found: its name, its count, and what of it is of which kind."""
    found = tally.found
    manners = [f"{found[f'statements {name}']:,} {name}" for name in ("direct", "indirect", "mixed")]
    acts = [("deny", "denials"), ("call", "calls"), ("threaten", "threats"), ("accuse", "accusations")]
    return [
        ("events", f"{found['events']:,}", f"{found['events negated']:,} views negated"),
        ("statements", f"{found['statements']:,}", " · ".join(manners)),
        ("", "", " · ".join(f"{found[f'act {act}']:,} {name}" for act, name in acts)),
        ("actors", f"{found['actors']:,}", f"{found['actors without a name']:,} without a name"),
        ("places", f"{found['places']:,}", f"{found['places not located']:,} not located"),
    ]


def _get_box() -> "Box":
    from rich import box

    return box.SIMPLE_HEAD
