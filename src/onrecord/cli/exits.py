"""How a command ends: exit codes, and the one shape of every error.

What happened · which input · what was done about it · what you can do.
"""

import sys
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told. A check (doctor, verify, codebook check) that finds a problem ends with FOUND."""

    DONE = 0
    BUG = 1
    FOUND = 1
    USAGE = 2
    SOME_FAILED = 3
    NOTHING_READ = 4
    DATABASE = 5
    DISK = 6
    INTERRUPTED = 130
    PIPE_CLOSED = 141


@dataclass
class CommandError(Exception):
    """A command that cannot go on. `what` happened to `which` input, what was `done` about it, what you `can` do."""

    code: ExitCode
    what: str
    which: str
    done: str
    can: str

    def __str__(self) -> str:
        return format_error(self.what, which=self.which, done=self.done, can=self.can)


def format_error(what: str, *, which: str, done: str, can: str) -> str:
    """The four parts in one line each sentence: "ERROR a.db: busy. Nothing was written. Try again later."."""
    parts = (f"{which}: {what}" if which else what, done, can)
    return " ".join(part if part.endswith((".", "?", "`", ")")) else f"{part}." for part in parts if part)


def say(words: str) -> None:
    """Talk, which goes to stderr: stdout is for records."""
    from onrecord.page.wording import show_controls

    print(show_controls(words), file=sys.stderr)  # noqa: T201


def explain_error(error: Exception) -> CommandError | None:
    """What our own errors, and those of the system, mean for the command; None for what is a bug."""
    from onrecord import errors

    if isinstance(error, CommandError):
        return error
    words = str(error)
    if isinstance(error, errors.StoreError):
        return _explain_store_error(error)
    if isinstance(error, errors.CodebookError):
        can = "Mend it; `onrecord codebook check DIR` lists every problem"
        return CommandError(ExitCode.USAGE, words, "", "Nothing was coded", can)
    if isinstance(error, errors.ModelError):
        can = "`onrecord doctor` says what is installed; leave out --model for the one that comes with Onrecord"
        return CommandError(ExitCode.USAGE, words, "", "Nothing was coded", can)
    if isinstance(error, errors.GazetteerError):
        can = "`pip install --upgrade onrecord` brings the packages; `onrecord doctor` says what is installed"
        return CommandError(ExitCode.USAGE, words, "", "Nothing was coded", can)
    if isinstance(error, errors.RecordError):
        return CommandError(ExitCode.DATABASE, words, "", "Nothing was changed", "Code the input again")
    if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
        can = "Free the disk, or give a path that may be written to"
        return CommandError(ExitCode.DISK, error.strerror or words, str(error.filename or ""), "The run ended", can)
    return _explain_worker_error(error)


def _explain_store_error(error: Exception) -> CommandError:
    """A full or unwritable disk is told from a database that is busy, newer or broken by what raised it."""
    cause = error.__cause__
    name = getattr(cause, "sqlite_errorname", None) or ""
    full = name.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN"))
    if full or isinstance(cause, OSError):
        can = "Free the disk, or give a path that may be written to; then run the same command again"
        return CommandError(ExitCode.DISK, str(error), "", "What was written before is whole", can)
    can = "Run the same command again when that is mended: it goes on where it stopped"
    return CommandError(ExitCode.DATABASE, str(error), "", "What was written before is whole", can)


def _explain_worker_error(error: Exception) -> CommandError | None:
    """A worker that the system ended; asked for by name, so that multiprocessing is not imported for it."""
    if type(error).__name__ != "BrokenProcessPool":
        return None
    can = "Run the same command again with fewer --workers; a database goes on where it stopped"
    what = "a worker process was ended by the system, most likely for want of memory"
    return CommandError(ExitCode.DISK, what, "", "What was written before is whole", can)
