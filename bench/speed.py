"""How fast Onrecord codes, against the parsing model that it runs on.

    python bench/speed.py

Prints, from one run: words a second of the model as shipped (stock `nlp.pipe`), of its tagger, parser and NER in the
fast setup, and of Onrecord end to end (text in, lines out); the two ratios; what finding events and views costs beside
the fast setup, and finding and resolving places and times; how the compiled place names open; peak memory; start-up of
`onrecord --help`.
Every figure is measured in a process of its own, the best of some rounds; all share texts, model and machine.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.find.names import NameReader
    from onrecord.model.coded import CodedDocument, Record
    from onrecord.pipeline import Stage

ROUNDS = 3
HELP_ROUNDS = 5
COPIES = 6
SENTENCES_IN_A_PARAGRAPH = 3
PARAGRAPHS_IN_A_REPORT = 12
AIM_RATIO, AIM_EVENTS, AIM_MEGABYTES, AIM_HELP_SECONDS = 0.7, 0.2, 1000, 0.4
AIM_PLACES, AIM_SECONDS, AIM_SHARED = 0.1, 1.0, 300


def load_texts() -> list[str]:
    """The bundled sample reports, and the example sentences of all rules as reports of twelve paragraphs."""
    from onrecord.codebook.load import find_package_folder, load_codebook

    samples = [path.read_text("utf-8") for path in sorted((find_package_folder() / "examples").glob("*.txt"))]
    sentences = [example.text for rule in load_codebook().rules for example in rule.examples]
    size = SENTENCES_IN_A_PARAGRAPH
    paragraphs = [" ".join(sentences[start : start + size]) for start in range(0, len(sentences), size)]
    many = PARAGRAPHS_IN_A_REPORT
    reports = ["\n\n".join(paragraphs[start : start + many]) for start in range(0, len(paragraphs), many)]
    return samples * COPIES + reports


def measure_stock(texts: list[str]) -> float:
    """Seconds of the model as shipped."""
    import spacy

    from onrecord.parse.model import find_model

    pipeline = spacy.load(find_model())
    return time_best(lambda: [len(doc) for doc in pipeline.pipe(texts)])


def measure_fast(texts: list[str]) -> float:
    """Seconds of tagger, parser and NER on one thread of numpy's matrix product, paragraph by paragraph."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = "1"
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    from onrecord.parse.model import find_model

    operations = NumpyOps(use_blis=False)
    set_current_ops(operations)
    pipeline = spacy.load(find_model(), exclude=["lemmatizer", "attribute_ruler"])
    for _, component in pipeline.pipeline:
        for node in component.model.walk():
            node.ops = operations
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    return time_best(lambda: [len(doc) for doc in pipeline.pipe(paragraphs, batch_size=8)])


def measure_onrecord(texts: list[str]) -> float:
    """Seconds of Onrecord: reading, coding, and writing of lines."""
    from onrecord.coder import Coder
    from onrecord.model.interchange import format_line

    coder = Coder()
    return time_best(lambda: [len(format_line(coder.code(text, published="2024-03-04"))) for text in texts])


@dataclass(eq=False)
class TimedStage:
    """A stage that adds up the seconds it takes."""

    stage: "Stage"
    seconds: float = 0.0

    @property
    def name(self) -> str:
        """The stage's."""
        return self.stage.name

    @property
    def reads(self) -> tuple[str, ...]:
        """The stage's."""
        return self.stage.reads

    @property
    def writes(self) -> tuple[str, ...]:
        """The stage's."""
        return self.stage.writes

    def __call__(self, doc: "CodedDocument") -> "Iterator[Record]":
        """The stage's records."""
        start = time.perf_counter()
        records = list(self.stage(doc))
        self.seconds += time.perf_counter() - start
        return iter(records)


@dataclass(frozen=True)
class NameStage:
    """Reads the names of a document, which the stages of places and actors share, so that neither pays for both."""

    names: "NameReader"
    name: str = "names"
    reads: tuple[str, ...] = ("mentions",)
    writes: tuple[str, ...] = ()

    def __call__(self, doc: "CodedDocument") -> "Iterator[Record]":
        """Nothing."""
        self.names.read(doc)
        return iter(())


def measure_events(texts: list[str]) -> float:
    """Seconds of the stages that find events and views, within Onrecord."""
    return measure_stages(texts, ("find.events", "find.views"))


def measure_places(texts: list[str]) -> float:
    """Seconds of the stages that find and resolve places and times, within Onrecord, once the names are read."""
    return measure_stages(texts, ("find.times", "find.places", "resolve.times", "resolve.places"))


def measure_stages(texts: list[str], names: tuple[str, ...]) -> float:
    """Seconds of some stages, within Onrecord."""
    from onrecord.coder import Coder, make_stages
    from onrecord.find.places import PlaceFinder
    from onrecord.pipeline import Pipeline

    coder = Coder()
    stages = [TimedStage(one) for one in make_stages(coder.lexicon, coder.places)]
    finder = next(one.stage for one in stages if isinstance(one.stage, PlaceFinder))
    stages.insert(1, TimedStage(NameStage(finder.names)))
    vars(coder)["pipeline"] = Pipeline(stages)
    rounds = []
    for _ in range(ROUNDS + 1):
        for stage in stages:
            stage.seconds = 0.0
        for text in texts:
            coder.code(text, published="2024-03-04")
        rounds.append(sum(one.seconds for one in stages if one.name in names))
    return min(rounds[1:])


MEASURES: dict[str, Callable[[list[str]], float]] = {
    "stock": measure_stock,
    "fast": measure_fast,
    "onrecord": measure_onrecord,
    "events": measure_events,
    "places": measure_places,
}


def measure_gazetteer() -> tuple[float, float]:
    """Seconds until the place names are open and have answered once, and the megabytes that they share."""
    code = (
        "import time; from onrecord.gazetteer.table import open_table; start = time.perf_counter(); "
        "table = open_table(); table.look_up('baghdad'); print(time.perf_counter() - start, len(table.content) / 1e6)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    seconds, megabytes = output.split()
    return float(seconds), float(megabytes)


def time_best(work: Callable[[], object]) -> float:
    """The least of some rounds, after one that warms up."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def measure_here(name: str) -> None:
    """Measure one thing in this process and print it as JSON."""
    texts = load_texts()
    seconds = MEASURES[name](texts)
    words = sum(len(text.split()) for text in texts)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"words": words, "speed": words / seconds, "megabytes": megabytes}))


def measure_apart(name: str) -> dict[str, float]:
    """Measure one thing in a process of its own."""
    command = [sys.executable, "-W", "ignore", __file__, name]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(output.splitlines()[-1]))


def measure_help() -> float:
    """Seconds until `onrecord --help` has ended, the least of some rounds."""
    program = Path(sys.executable).with_name("onrecord")
    seconds = []
    for _ in range(HELP_ROUNDS):
        start = time.perf_counter()
        subprocess.run([program, "--help"], check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Measure everything and print the table."""
    found = {name: measure_apart(name) for name in MEASURES}
    speed = {name: one["speed"] for name, one in found.items()}
    to_stock, to_fast = speed["onrecord"] / speed["stock"], speed["onrecord"] / speed["fast"]
    print(f"texts                                  {found['onrecord']['words']:9,.0f} words")
    print(f"model as shipped, nlp.pipe             {speed['stock']:9,.0f} words/s")
    print(f"tagger, parser and NER, fast setup     {speed['fast']:9,.0f} words/s")
    print(f"Onrecord end to end                    {speed['onrecord']:9,.0f} words/s")
    print(f"Onrecord / model as shipped            {to_stock:9.2f}")
    print(f"Onrecord / fast setup                  {to_fast:9.2f}   aim {AIM_RATIO}")
    print(f"events and views / fast setup          {speed['fast'] / speed['events']:9.2f}   aim < {AIM_EVENTS}")
    print(f"places and times / fast setup          {speed['fast'] / speed['places']:9.2f}   aim < {AIM_PLACES}")
    seconds, megabytes = measure_gazetteer()
    print(f"place names, opened warm               {seconds:9.2f} s   aim < {AIM_SECONDS}")
    print(f"place names, shared                    {megabytes:9,.0f} MB  aim < {AIM_SHARED}")
    print(f"peak memory of Onrecord                {found['onrecord']['megabytes']:9,.0f} MB  aim < {AIM_MEGABYTES}")
    print(f"onrecord --help                        {measure_help():9.2f} s   aim < {AIM_HELP_SECONDS}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure_here(sys.argv[1])
    else:
        main()
