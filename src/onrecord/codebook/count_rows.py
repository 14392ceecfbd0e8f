"""The rows of the tables of counts: words that tell what happened to how many, and nouns that are or are not people."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class CountWord:
    """A word that tells what happened to how many: "kill", "death", "dead". `role`: where the number stands.

    object, subject, of ("the deaths of"), counted ("40 deaths"), lives ("claimed 40 lives"), men ("lost 40 men"),
    injuries ("suffered injuries"), toll ("the toll rose to"), state ("left 40 dead"),
    troops (an object that is troops).
    """

    word: str
    pos: Literal["verb", "noun", "adjective"]
    role: Literal["object", "subject", "of", "counted", "lives", "men", "injuries", "toll", "state", "troops"]
    unit: str
    source: str


@dataclass(frozen=True)
class CountNoun:
    """A noun after a number: people, troops, or what is no people ("20 cattle", "12 rockets")."""

    noun: str
    kind: Literal["person", "soldier", "animal", "thing"]
    source: str
