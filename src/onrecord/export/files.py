"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from onrecord.errors import StoreError


@contextmanager
def replace_file(target: str | Path) -> Iterator[TextIO]:
    """A file to write to, UTF-8 with LF, that takes the target's name when all is written and on disk.

    It lies beside the target meanwhile, and is removed where anything fails: an older target is then as it was. What
    is no ordinary file (a pipe, /dev/stdout) is written to directly. Raises StoreError where the disk is full, or the
    folder is missing or may not be written to.
    """
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise StoreError(f"{target}: a folder; expected the path of a file")
    is_special = path.exists() and not path.is_file()
    partial = path if is_special else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as opened:
            yield opened
            opened.flush()
            if not is_special:
                os.fsync(opened.fileno())
        if not is_special:
            partial.replace(path)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        if not is_special:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
