"""The group that all commands stand in: it turns whatever ends a command early into a message and an exit code."""

import os
import sys
import tempfile
import traceback
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from onrecord.cli.exits import ExitCode, explain_error, say

if TYPE_CHECKING:
    from collections.abc import Callable

SHOW_TRACEBACK = "show_traceback"


class Commands(TyperGroup):
    """All commands. An error of ours is one message; a bug also leaves its traceback in a file."""

    def invoke(self, ctx: Any) -> Any:
        """The command's own result; ends with one of ExitCode where it cannot go on."""
        step: Callable[[Any], Any] = super().invoke
        try:
            return _flush_after(step, ctx)
        except KeyboardInterrupt:
            say("Interrupted.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except BrokenPipeError:
            _close_output()
            raise typer.Exit(ExitCode.PIPE_CLOSED) from None
        except Exception as error:
            if _is_of_typer(error):
                raise
            raise typer.Exit(_report(error, show=bool((ctx.obj or {}).get(SHOW_TRACEBACK)))) from error


def _flush_after(step: "Callable[[Any], Any]", ctx: Any) -> Any:
    """The result of a step; what it printed is out, so that a closed pipe shows here and not when the program ends."""
    try:
        return step(ctx)
    finally:
        sys.stdout.flush()


def _report(error: Exception, *, show: bool) -> ExitCode:
    """Says what went wrong; gives the exit code."""
    known = explain_error(error)
    if show:
        traceback.print_exception(error)
    if known is not None:
        say(f"ERROR {known}")
        return known.code
    saved = "" if show else f" The traceback is in {_save_traceback(error)}."
    say(f"ERROR {type(error).__name__}: {error}. This is a bug in Onrecord.{saved} Please report it with the input.")
    return ExitCode.BUG


def _save_traceback(error: Exception) -> str:
    with tempfile.NamedTemporaryFile(
        "w", prefix="onrecord-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as opened:
        traceback.print_exception(error, file=opened)
    return opened.name


def _is_of_typer(error: Exception) -> bool:
    """Whether Typer itself raised it to show a usage error, or to end."""
    return type(error).__module__.split(".")[0] in ("typer", "click")


def _close_output() -> None:
    """Lets the interpreter end without a word when nobody reads stdout any more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
