"""The codebook is loaded as one object; a user's folder is laid over it by id and named in the Run."""

from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.codebook.load import find_package_folder, load_codebook
from onrecord.coder import Coder
from onrecord.errors import CodebookError

TITLES = "lexicons/en/titles.tsv"
ACTORS = "lexicons/actors.tsv"
RULES = "codebooks/plover/rules/en/assault.toml"
RULE = """
[[rule]]
id = "{id}"
verbs = ["{verb}"]
cameo = "190"
source = "onrecord"
examples = [{{ text = "Rebels blasted a convoy." }}, {{ text = "Troops blasted the rebels." }}]
counterexamples = ["He blasted the budget."]
"""


def write(folder: Path, name: str, text: str) -> Path:
    """A folder with one more file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder


def read_headings(name: str) -> str:
    """The first line of one of our tables."""
    return (find_package_folder() / name).read_text("utf-8").split("\n", 1)[0] + "\n"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A user's folder with a title of ours, one of its own, and an actor."""
    folder = tmp_path / "sahel"
    write(folder, TITLES, read_headings(TITLES) + "abbot\tMIL\tonrecord\nzongo naaba\tGOV\tonrecord\n")
    return write(
        folder, ACTORS, read_headings(ACTORS) + "group.boko_haram\tThe Group\tgroup\tNER\tREB\t\tQ1\tonrecord\n"
    )


def test_a_row_of_the_overlay_replaces_ours_by_its_id(overlay: Path) -> None:
    ours, theirs = load_codebook(), load_codebook([overlay])
    (actor,) = (one for one in theirs.actors if one.id == "group.boko_haram")
    assert (actor.name, actor.country, actor.wikidata) == ("The Group", "NER", "Q1")
    assert len(theirs.actors) == len(ours.actors)


def test_a_table_without_ids_is_overlaid_by_its_first_column(overlay: Path) -> None:
    ours, theirs = load_codebook(), load_codebook([overlay])
    sectors = {one.title: one.sector for one in theirs.titles}
    assert (sectors["abbot"], sectors["zongo naaba"]) == ("MIL", "GOV")
    assert len(theirs.titles) == len(ours.titles) + 1


def test_what_the_overlay_does_not_have_stays_ours(overlay: Path) -> None:
    ours, theirs = load_codebook(), load_codebook([overlay])
    assert theirs.rules == ours.rules
    assert theirs.countries == ours.countries


def test_the_last_overlay_wins(overlay: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", TITLES, read_headings(TITLES) + "abbot\tJUD\tonrecord\n")
    book = load_codebook([overlay, other])
    assert next(one.sector for one in book.titles if one.title == "abbot") == "JUD"
    assert book.overrides == ("sahel", "other")


def test_rules_are_replaced_and_added_by_id(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", RULES, RULE.format(id="assault.attack", verb="blast"))
    write(folder, RULES.replace("assault", "more"), RULE.format(id="assault.of_mine", verb="clobber"))
    ours, theirs = load_codebook(), load_codebook([folder])
    assert theirs.rules_by_id["assault.attack"].verbs == ("blast",)
    assert set(theirs.rules_by_id) == {*ours.rules_by_id, "assault.of_mine"}


def test_every_file_is_in_the_run_with_its_hash(overlay: Path) -> None:
    book = load_codebook([overlay])
    files = dict(book.files)
    assert files[TITLES] == sha256((find_package_folder() / TITLES).read_bytes()).hexdigest()
    assert files[f"sahel/{TITLES}"] == sha256((overlay / TITLES).read_bytes()).hexdigest()
    assert f"sahel/{RULES}" not in files


def test_the_run_names_the_overlay(overlay: Path) -> None:
    plain, laid = Coder().run, Coder(codebooks=[overlay]).run
    assert plain.overrides == ()
    assert laid.overrides == ("sahel",)
    assert plain.id != laid.id


def test_a_changed_overlay_is_another_run(overlay: Path) -> None:
    before = Coder(codebooks=[overlay]).run.id
    write(overlay, TITLES, read_headings(TITLES) + "abbot\tCOP\tonrecord\n")
    assert Coder(codebooks=[overlay]).run.id != before


def test_no_overlay_has_no_overrides() -> None:
    book = load_codebook()
    assert book.overrides == ()
    assert [name for name, _ in book.files] == sorted(name for name, _ in book.files)


def test_an_empty_folder_changes_nothing(tmp_path: Path) -> None:
    ours, theirs = load_codebook(), load_codebook([tmp_path])
    assert (theirs.files, theirs.actors) == (ours.files, ours.actors)


def test_a_folder_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"nowhere: no such folder; expected a codebook folder"):
        load_codebook([tmp_path / "nowhere"])


def test_all_problems_are_in_one_message(tmp_path: Path) -> None:
    folder = write(tmp_path / "bad", TITLES, "title\tsector\nabbot\tREL\n")
    write(folder, RULES, "[[rule]]\n")
    with pytest.raises(CodebookError) as caught:
        load_codebook([folder])
    lines = str(caught.value).splitlines()
    assert any(f"{TITLES}:1: headings: " in line for line in lines)
    assert any(f"{RULES}:0: id: missing" in line for line in lines)
