"""Bylines, credits and captions, and the sentences that look like them."""

import pytest

from onrecord.read.credits import ends_with_agency, find_credit_tail, is_byline, is_caption, is_signature


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE",
        "by Jane Doe",
        "By Jane Doe and John Roe",
        "By Jane Doe and John Roe, Correspondents",
        "By Jane Doe, John Roe and Ann Poe in Alpha",
        "By Jane van der Doe, Political Correspondent, Alpha",
        "By Jane al-Doe | Associated Press",
        "By Jane Doe, Example News",
        "By JANE DOE Aug. 20, 2014 10:15 AM",
        "By Our Correspondent",
        "By Staff Reporter",
        "By AFP",
        "By Abd al-Rahman ibn Doe",
        "By Jane May",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Reporting by Jane Doe in Alpha; additional reporting by Ann Poe; Writing by John Roe",
        "Additional reporting by Jane Doe in Alpha and Ann Poe in Beta",
        "Editing by John Roe",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left",
        "By Tuesday Alpha",
        "By Tuesday",
        "By Monday Jane Doe had left.",
        "By contrast, Mr Doe is popular.",
        "By contrast",
        "By dawn rebels had seized Alpha",
        "By Jane Doe was told to leave.",
        "By the river Alpha",
        "By signing the Alpha Accord",
        "By Jane",
        "By",
        "Reporting by the newspaper showed that soldiers had left.",
        "Editing by censors angered Jane Doe",
        "Bystanders in Alpha",
        "Jane Doe",
    ],
)
def test_near_misses_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Doe in Beirut", True),
        ("Jane Doe, Political Correspondent", True),
        ("Jane Doe, Correspondent in Alpha", True),
        ("Jane Doe, Reuters", True),
        ("Jane Doe | AFP", True),
        ("Jane Doe", False),
        ("Rebels in Alpha", False),
        ("Jane Doe in hiding", False),
        ("Jane Doe, mayor of Alpha", False),
        ("Jane Doe, Prime Minister", False),
        ("UN troops in Alpha", False),
        ("Jane Doe arrived in Alpha.", False),
    ],
)
def test_a_name_with_a_place_or_a_role_signs_a_report(line: str, expected: bool) -> None:
    assert is_signature(line) is expected


def test_credits_are_found_at_the_end_of_a_paragraph() -> None:
    paragraph = "He left the town. (Reporting by Jane Doe; Editing by John Roe)"
    assert find_credit_tail(paragraph) == len("He left the town. ")
    assert find_credit_tail("(Reporting by Jane Doe)") is None
    assert find_credit_tail("He left (editing by hand the whole night).") is None


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Doe",
        "Photo credit: Jane Doe/Example",
        "Photo by Jane Doe",
        "File photo of a rebel",
        "FILE PHOTO: Rebels near Alpha on August 20, 2014.",
        "FILE - In this Aug. 20, 2014 file photo, rebels stand near Alpha.",
        "Image caption Rebels stand near Alpha",
        "Image copyright Example",
        "Rebels stand near Alpha on Monday. (AP Photo/Jane Doe)",
        "Rebels stand near Alpha (Photo: Jane Doe)",
        "Rebels near Alpha [Getty Images]",
        "Rebels near Alpha [File: AFP]",
        "Rebels near Alpha (Jane Doe/AFP)",
        "Rebels near Alpha (photo by Jane Doe)",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photographs of the attack were shown on Monday.",
        "Photo by photo, the court went through the attack.",
        "Images of the dead spread quickly (images released later showed smoke).",
        "The file was closed on Monday.",
        "Picture the town of Alpha without its people.",
        "He said no (and left).",
        "Rebels near Alpha said no (Reuters reported).",
        "Pictured here is nobody.",
    ],
)
def test_near_misses_are_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_an_agency_in_brackets_may_end_a_line() -> None:
    assert ends_with_agency("Rebels near Alpha on Monday (AFP)")
    assert ends_with_agency("Rebels near Alpha on Monday [Reuters]")
    assert not ends_with_agency("They belong to the Free Syrian Army (FSA)")
