"""With what a record was made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """A stage that raised on a document; the other stages went on."""

    stage: str
    error: str


@dataclass(frozen=True)
class Run:
    """What a coding run used. Two runs with the same id give the same records for the same input.

    `files` are (name, SHA-256) of every codebook and lexicon file, in the order of their names.
    """

    id: str
    version: str
    model: str
    model_hash: str
    files: tuple[tuple[str, str], ...]
    overrides: tuple[str, ...]
