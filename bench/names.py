"""What a lexicon of 100,000 further names costs.

    python bench/names.py

Codes the texts of bench/speed.py with the codebook as it comes, and with a user's folder of 100,000 invented names laid
over it, in turns; prints words a second of both, and the share of the run that the names cost.
"""

import random
import tempfile
import time
from pathlib import Path

from onrecord.coder import Coder
from onrecord.model.interchange import format_line
from speed import load_texts

NAMES = 100_000
ROUNDS = 3
SYLLABLES = ("ba", "ko", "ri", "men", "tal", "su", "dor", "vi", "lan", "ze", "qua", "mor", "thi", "pel", "gra", "no")


def write_folder(folder: Path) -> None:
    """A codebook folder with 100,000 organisations of two invented words each."""
    chance = random.Random(4711)
    names: set[str] = set()
    while len(names) < NAMES:
        names.add(" ".join("".join(chance.choices(SYLLABLES, k=3)).title() for _ in range(2)))
    lexicons = folder / "lexicons"
    lexicons.mkdir()
    ids = {name: f"org.{name.casefold().replace(' ', '_')}" for name in names}
    actors = sorted(f"{id}\t{name}\torganization\tIGO\t\t\t\tonrecord" for name, id in ids.items())
    aliases = sorted(f"{name}\t{id}\tonrecord" for name, id in ids.items())
    headings = "id\tname\ttype\tcountry\tsector\tsectors\twikidata\tsource"
    (lexicons / "actors.tsv").write_text("\n".join([headings, *actors]) + "\n", "utf-8")
    (lexicons / "actor_names.tsv").write_text("\n".join(["name\tactor\tsource", *aliases]) + "\n", "utf-8")


def measure(coder: Coder, texts: list[str]) -> float:
    """Seconds of one round."""
    start = time.perf_counter()
    for text in texts:
        format_line(coder.code(text, published="2024-03-04"))
    return time.perf_counter() - start


def main() -> None:
    """Measure in turns and print."""
    texts = load_texts()
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder))
        coders = {"as it comes": Coder(), f"with {NAMES:,} more names": Coder(codebooks=[folder])}
        for coder in coders.values():
            measure(coder, texts)
        seconds: dict[str, list[float]] = {name: [] for name in coders}
        for _ in range(ROUNDS):
            for name, coder in coders.items():
                seconds[name].append(measure(coder, texts))
    best = {name: min(found) for name, found in seconds.items()}
    for name, least in best.items():
        print(f"{name:28} {words / least:9,.0f} words/s")
    plain, full = best.values()
    print(f"cost of the names            {full / plain - 1:9.1%}   aim < 5 %")


if __name__ == "__main__":
    main()
