"""The coder: everything put together, for one report or for many."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING

from onrecord.codebook.check import check_codebook
from onrecord.codebook.lexicon import Lexicon, make_lexicon
from onrecord.codebook.load import Codebook, load_codebook
from onrecord.errors import CodebookError
from onrecord.model.coded import CodedDocument, finish
from onrecord.model.documents import Document, make_document
from onrecord.model.identity import make_id
from onrecord.model.provenance import Failure, Run
from onrecord.pipeline import Pipeline, Stage, describe
from onrecord.read.dates import read_date
from onrecord.read.zones import find_zones
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.gazetteer.table import PlaceTable
    from onrecord.parse.documents import Parser

BATCH = 8
"""Documents handed to a worker at once."""


@dataclass(frozen=True)
class Settings:
    """What a coder is built from: the parsing model (None: the default), users' folders, the least confidence."""

    model: str | None = None
    codebooks: tuple[Path, ...] = ()
    min_confidence: float = 0.0


class Coder:
    """Codes reports. Built once, used for many; the same report gives the same records whatever came before it."""

    def __init__(
        self, *, model: str | None = None, codebooks: Sequence[Path | str] = (), min_confidence: float = 0.0
    ) -> None:
        self.settings = Settings(model, tuple(map(Path, codebooks)), min_confidence)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook and lexicons, with the users' folders laid over them. Raises CodebookError for a bad one."""
        folders = self.settings.codebooks
        if folders and all(folder.is_dir() for folder in folders):
            problems = check_codebook(folders)
            if problems:
                raise CodebookError("\n".join(map(str, problems)))
        return load_codebook(folders)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The look-ups of the codebook."""
        return make_lexicon(self.codebook)

    @cached_property
    def places(self) -> "PlaceTable":
        """The place names of the installed packages, compiled on first use. Raises GazetteerError for a missing one."""
        from onrecord.gazetteer.table import open_table

        return open_table()

    @cached_property
    def parser(self) -> "Parser":
        """The parser, with its model loaded."""
        from onrecord.parse.attachments import Reporting
        from onrecord.parse.documents import Parser
        from onrecord.parse.model import find_model

        stand_ins = {one.acronym: one.stand_in for one in self.codebook.acronyms}
        lemmas = {(one.word, one.tag): one.lemma for one in self.codebook.lemmas}
        reporting = Reporting(self.lexicon.reporting_verbs, self.lexicon.speaking_nouns)
        return Parser(find_model(self.settings.model), stand_ins, lemmas, reporting)

    @cached_property
    def pipeline(self) -> Pipeline:
        """All stages in their order."""
        return Pipeline(make_stages(self.lexicon, self.places, self.settings.min_confidence))

    @cached_property
    def run(self) -> Run:
        """With what this coder codes."""
        from onrecord.parse.model import find_model, name_model

        model = name_model(find_model(self.settings.model))
        name = f"{model.name} {model.version}"
        files = (*self.codebook.files, (f"places of {self.places.packages}", self.places.digest))
        least = self.settings.min_confidence
        id = make_id("run", __version__, name, model.hash, files, *([least] if least else []))
        return Run(id, __version__, name, model.hash, files, self.codebook.overrides)

    def code(
        self, text: str, *, published: date | str | None = None, title: str | None = None, key: str = "text"
    ) -> CodedDocument:
        """One report given as text, coded; without `published` "on Monday" stays open.

        `published` is a date, or text such as "2014-08-20" or "20 August 2014". Raises DateError for any other.
        """
        day = read_date(published) if isinstance(published, str) else published
        zones = find_zones(text, title, self.codebook.furniture)
        return self.code_document(make_document(key, text, zones=zones, published=day, about={"title": title}))

    def code_document(self, document: Document) -> CodedDocument:
        """A document that was read, coded; one to be skipped comes back without records."""
        doc = CodedDocument(document)
        if document.outcome != "coded":
            return finish(doc)
        parser = self.parser
        try:
            parsed = replace(doc, parse=parser.parse(document))
        except Exception as error:
            return replace(doc, failures=(Failure("parse", describe(error)),))
        return self.pipeline.run(parsed)

    def code_many(self, documents: Iterable[Document], *, workers: int = 1) -> Iterator[CodedDocument]:
        """Documents coded in the order given. More than one worker means that many processes."""
        if workers <= 1:
            yield from map(self.code_document, documents)
            return
        waiting = iter(documents)
        _ = self.places  # compiled here once, not by each worker
        pool = ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=start_worker, initargs=(self.settings,)
        )
        try:
            queue = [pool.submit(code_batch, batch) for batch in take_batches(waiting, 2 * workers)]
            while queue:
                yield from queue.pop(0).result()
                queue += [pool.submit(code_batch, batch) for batch in take_batches(waiting, 1)]
        finally:
            pool.shutdown(cancel_futures=True)


def make_stages(lexicon: Lexicon, places: "PlaceTable", min_confidence: float = 0.0) -> list[Stage]:
    """All stages, in their order; events below the least confidence are left out."""
    from onrecord.find.actors import ActorFinder
    from onrecord.find.events import EventFinder
    from onrecord.find.names import NameReader
    from onrecord.find.places import PlaceFinder
    from onrecord.find.relations import RelationFinder
    from onrecord.find.statements import StatementFinder
    from onrecord.find.times import TimeFinder
    from onrecord.find.views import ViewFinder
    from onrecord.gazetteer.lookup import Gazetteer
    from onrecord.resolve.actors import ActorResolver
    from onrecord.resolve.places import PlaceResolver
    from onrecord.resolve.references import ReferenceResolver
    from onrecord.resolve.times import TimeResolver

    gazetteer = Gazetteer(lexicon.codebook, places)

    names = NameReader(lexicon, gazetteer.knows)
    return [
        TimeFinder(),
        PlaceFinder(lexicon, gazetteer, names),
        ActorFinder(lexicon, names),
        TimeResolver(),
        PlaceResolver(lexicon, gazetteer),
        ActorResolver(lexicon),
        StatementFinder(lexicon),
        ReferenceResolver(lexicon),
        EventFinder(lexicon, min_confidence),
        ViewFinder(lexicon),
        RelationFinder(lexicon),
    ]


def take_batches(waiting: Iterator[Document], count: int) -> Iterator[list[Document]]:
    """Up to `count` batches of the documents that wait."""
    for _ in range(count):
        batch = list(islice(waiting, BATCH))
        if not batch:
            return
        yield batch


WORKER: list[Coder] = []
"""The coder of this process, if it is a worker."""


def start_worker(settings: Settings) -> None:
    """Build the coder of a worker process, which leaves Ctrl-C to its parent."""
    signal(SIGINT, SIG_IGN)
    WORKER[:] = [Coder(model=settings.model, codebooks=settings.codebooks)]


def code_batch(documents: list[Document]) -> list[CodedDocument]:
    """Code a batch in a worker process."""
    return [WORKER[0].code_document(document) for document in documents]
