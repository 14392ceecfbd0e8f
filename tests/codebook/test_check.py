"""A user's folder is checked: each kind of problem is reported as file:line: field: what is wrong; what is allowed."""

from functools import cache
from pathlib import Path

import pytest

from onrecord.codebook.check import check_codebook
from onrecord.codebook.load import ENTRIES, LEXICONS, find_package_folder
from onrecord.codebook.rows import Problem, list_columns

RULES = "codebooks/plover/rules/en/assault.toml"
RULE = {
    "id": '"assault.mine"', "verbs": '["clobber"]', "cameo": '"190"', "source": '"onrecord"',
    "examples": '[{ text = "Rebels hit a convoy." }, { text = "Troops hit the rebels." }]',
    "counterexamples": '["He hit the budget."]',
}  # fmt: skip


def write_row(folder: Path, table: str, *lines: str) -> None:
    """One of our tables with other rows; in a line the cells are parted by |."""
    name, row_class = LEXICONS[table]
    rows = ["\t".join(list_columns(row_class)), *(line.replace("|", "\t") for line in lines)]
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows) + "\n", "utf-8")


def write_toml(folder: Path, name: str, table: str, values: dict[str, str]) -> None:
    """A TOML file of one entry."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([f"[[{table}]]", *(f"{key} = {value}" for key, value in values.items()), ""]), "utf-8")


def show_problems(folder: Path) -> list[str]:
    """The folder's problems as they are shown, without its name before the file; our own are another test's matter."""
    return [str(one).removeprefix(f"{folder.name}/") for one in check_codebook([folder]) if one not in find_ours()]


@cache
def find_ours() -> list[Problem]:
    """The problems of our own codebook: none, as a rule."""
    return check_codebook()


@pytest.mark.parametrize(
    ("table", "line", "problem"),
    [
        ("titles", "abbot|XYZ|onrecord", "lexicons/en/titles.tsv:2: sector: 'XYZ'; allowed: AGR, "),
        ("titles", "abbot|REL|hearsay", "lexicons/en/titles.tsv:2: source: 'hearsay'; allowed: "),
        ("titles", "abbot|REL", "lexicons/en/titles.tsv:2: line: 2 cells; expected 3"),
        ("agents", "abbot|person|XYZ|onrecord", "lexicons/en/agents.tsv:2: sector: 'XYZ'; allowed: AGR, "),
        ("actors", "org.x|X|organization|XXX|GOV|||onrecord", "lexicons/actors.tsv:2: country: 'XXX': no such id"),
        ("actors", "org.x|X|club|FRA|GOV|||onrecord", "lexicons/actors.tsv:2: type: 'club'; allowed: organization, "),
        ("actors", "org.x|X|organization|FRA|XYZ|||onrecord", "lexicons/actors.tsv:2: sector: 'XYZ'; allowed: "),
        ("actor_names", "Nobodies|org.of_nobody|onrecord", "lexicons/actor_names.tsv:2: actor: 'org.of_nobody'"),
        ("person_names", "X|Nobody At All|onrecord", "lexicons/person_names.tsv:2: person: 'Nobody At All': no such"),
        ("offices", "x|X|mayor|FRA|GOV|2014|2013||onrecord",
         "lexicons/offices.tsv:2: to: 2013; expected a day not before 2014"),
        ("offices", "x|X|mayor|XXX|GOV|2014|||onrecord", "lexicons/offices.tsv:2: country: 'XXX': no such id"),
        ("country_names", "Freedonia|XXX|name|onrecord", "lexicons/country_names.tsv:2: country: 'XXX': no such id"),
        ("country_names", "Freedonia|FRA|verb|onrecord", "lexicons/country_names.tsv:2: form: 'verb'; allowed: name, "),
        ("metonyms", "The Shed|XXX|GOV|building||onrecord", "lexicons/metonyms.tsv:2: country: 'XXX': no such id"),
        (
            "places",
            "x|X|ninety|0|FRA|sea|area|5||onrecord",
            "lexicons/places.tsv:2: latitude: 'ninety'; expected a number",
        ),
        (
            "places",
            "x|X|0|0|FRA|sea|area|big||onrecord",
            "lexicons/places.tsv:2: weight: 'big'; expected a whole number",
        ),
        (
            "places",
            "x|X|0|0|FRA|sea|area|9||onrecord",
            "lexicons/places.tsv:2: weight: 9; expected a whole number from 1 to 5",
        ),
        (
            "places",
            "x|X|95.0|0|FRA|sea|area|1||onrecord",
            "lexicons/places.tsv:2: latitude: 95.0; expected a number from -90 to 90",
        ),
        ("places", "x|X|0|0|XXX|sea|area|1||onrecord", "lexicons/places.tsv:2: country: 'XXX': no such id"),
        ("place_names", "X|no place|onrecord", "lexicons/place_names.tsv:2: place: 'no place': no such id"),
        ("reporting_cues", "mumble|verb|sing|neutral|that||onrecord",
         "lexicons/en/reporting_cues.tsv:2: act: 'sing'; allowed: assert, deny, "),
        ("reporting_cues", "mumble|sound|assert|neutral|that||onrecord",
         "lexicons/en/reporting_cues.tsv:2: pos: 'sound'; allowed: verb, "),
        ("reporting_cues", "mumble|verb|assert|neutral|rhyme||onrecord",
         "lexicons/en/reporting_cues.tsv:2: frames: ['rhyme']; allowed: gerund, "),
        ("view_cues", "hardly|modifier|unsure||onrecord", "lexicons/en/view_cues.tsv:2: polarity: 'unsure'; allowed: "),
        ("view_cues", "hardly|modifier||unsure|onrecord", "lexicons/en/view_cues.tsv:2: status: 'unsure'; allowed: "),
        ("furniture", "read more|somewhere|onrecord", "lexicons/en/furniture.tsv:2: match: 'somewhere'; allowed: "),
        ("turns", "DANCE|planned|affirmed||AGREE|030|plover", "codebooks/plover/turns.tsv:2: event_type: 'DANCE'; "),
        ("turns", "AID|soon|affirmed||AGREE|033|plover", "codebooks/plover/turns.tsv:2: status: 'soon'; allowed: "),
        ("turns", "AID|planned|affirmed||AGREE|999|plover",
         "codebooks/plover/turns.tsv:2: cameo: '999'; expected a code of AGREE"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_reported_at_its_line(tmp_path: Path, table: str, line: str, problem: str) -> None:
    write_row(tmp_path, table, line)
    (found,) = show_problems(tmp_path)
    assert found.startswith(problem)


def test_a_row_that_points_to_the_folders_own_rows_is_in_order(tmp_path: Path) -> None:
    write_row(tmp_path, "actors", "org.of_mine|Mine|organization|FRA|BUS|||onrecord")
    write_row(tmp_path, "actor_names", "Mine Ltd|org.of_mine|onrecord")
    assert show_problems(tmp_path) == []


def test_a_row_given_twice_and_rows_out_of_order_are_reported(tmp_path: Path) -> None:
    write_row(tmp_path, "titles", "pasha|GOV|onrecord", "pasha|MIL|onrecord", "emir|GOV|onrecord")
    assert show_problems(tmp_path) == [
        "lexicons/en/titles.tsv:3: key: pasha: given twice",
        "lexicons/en/titles.tsv:4: order: 'emir' after 'pasha'; expected rows sorted by the first column",
    ]


def test_other_headings_are_reported_once(tmp_path: Path) -> None:
    write_row(tmp_path, "titles")
    (tmp_path / "lexicons/en/titles.tsv").write_text("title\tsektor\tsource\nemir\tGOV\tonrecord\n", "utf-8")
    (found,) = show_problems(tmp_path)
    assert found.startswith("lexicons/en/titles.tsv:1: headings: headings are ['title', 'sektor', 'source']; expected")


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("id", '"dance.mine"', "id: 'dance.mine'; expected an event type before the first point"),
        ("verbs", "[]", "verbs: no verbs, nouns or modals; expected at least one trigger"),
        ("verbs", '["hit", "hit"]', "verbs: 'hit': given twice"),
        ("verbs", '"hit" # a comment', None),
        ("cameo", '"030"', "cameo: '030'; expected a code of ASSAULT"),
        ("source", '"hearsay"', "source: 'hearsay'; allowed: "),
        ("examples", '[{ text = "One." }]', "examples: 1; expected at least 2"),
        ("counterexamples", "[]", "counterexamples: 0; expected at least 1"),
        ("modes", '["dance"]', "modes: 'dance'; allowed: "),
        ("contexts", '["dance"]', "contexts: 'dance': no such id"),
        ("possessor", '"owner"', "possessor: 'owner'; allowed: agent, patient"),
        ("reciprocal", '"yes"', "reciprocal: 'yes'; expected true or false"),
        ("lable", '"x"', "lable: unknown key; allowed: id, "),
    ],
)
def test_a_wrong_key_of_a_rule_is_reported_at_its_id(tmp_path: Path, key: str, value: str, problem: str | None) -> None:
    write_toml(tmp_path, RULES, "rule", {**RULE, key: value})
    found = show_problems(tmp_path)
    if key == "id":
        assert any(one.startswith(f"{RULES}:2: {problem}") for one in found)
    elif problem is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].startswith(f"{RULES}:2: {problem}")


@pytest.mark.parametrize("key", ["id", "cameo", "source", "examples", "counterexamples"])
def test_a_rule_without_a_needed_key_is_reported(tmp_path: Path, key: str) -> None:
    write_toml(tmp_path, RULES, "rule", {name: value for name, value in RULE.items() if name != key})
    assert show_problems(tmp_path) == [f"{RULES}:{0 if key == 'id' else 2}: {key}: missing"]


def test_broken_toml_is_reported_with_its_file(tmp_path: Path) -> None:
    write_toml(tmp_path, RULES, "rule", {"id": '"assault.mine'})
    (found,) = show_problems(tmp_path)
    assert found.startswith(f"{RULES}:0: toml: ")


def test_another_table_is_reported(tmp_path: Path) -> None:
    write_toml(tmp_path, ENTRIES["modes"][0], "moods", {"id": '"grim"'})
    assert show_problems(tmp_path) == ["codebooks/plover/modes.toml:0: moods: unknown table; expected [[mode]]"]


def test_problems_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    write_row(tmp_path, "titles", "emir|XYZ|onrecord", "pasha|XYZ|onrecord")
    write_row(tmp_path, "agents", "abbot|person|XYZ|onrecord")
    assert [one.rsplit(": sector", 1)[0] for one in show_problems(tmp_path)] == [
        "lexicons/en/agents.tsv:2", "lexicons/en/titles.tsv:2", "lexicons/en/titles.tsv:3",
    ]  # fmt: skip


def test_every_table_of_ours_is_there() -> None:
    folder = find_package_folder()
    assert [name for name, _ in LEXICONS.values() if not (folder / name).is_file()] == []
