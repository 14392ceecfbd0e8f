"""Datelines are cut off where they end, and only where they are datelines."""

import pytest

from onrecord.read.datelines import find_agency_dateline, find_dateline, find_place_colon


@pytest.mark.parametrize(
    "dateline",
    [
        "ALPHA, Aug 20 (Reuters) -",
        "ALPHA (AP) —",
        "ALPHA (AP) _",
        "ALPHA, Betaland (AP) —",
        "NEW ALPHA/BETA, Aug 20 (Reuters) -",
        "AL-ALPHA, Betaland, Aug. 20, 2014 (AP) –",
        "N'ALPHA (AFP) --",
        "ST. ALPHA, Aug. 20 (Xinhua) --",
        "Alpha, Betaland (CNN) --",
        "Alpha (AFP) -",
        "Alpha, 20 August 2014 (IRIN) -",
        "GAMMA CITY (Example Wire) —",
        "(Reuters) -",
        "(CNN)",
        "ALPHA (AFP)",
        "ALPHA, August 20. /TASS/.",
        "ALPHA [AP] -",
        "NEW ALPHA, Betaland —",
        "ALPHA CITY —",
        "ALPHA --",
        "ALPHA, Aug 20 -",
        "Alpha, 20 August 2014 –",
        "20 August 2014 –",
        "PORT-ALPHA |",
    ],
)
def test_the_prefix_is_the_dateline(dateline: str) -> None:
    paragraph = f"{dateline} Rebels seized the town on Monday, officials said."
    end = find_dateline(paragraph)
    assert end is not None
    assert paragraph[:end].strip() == dateline


@pytest.mark.parametrize("start", ["“We", "'We", "20 rebels", "U.S. troops"])
def test_a_sentence_may_begin_with_a_quotation_mark_or_a_figure(start: str) -> None:
    assert find_dateline(f"ALPHA (AP) — {start} left the town.") is not None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Rebels seized the town on Monday.",
        "NATO – the alliance – said on Monday that it would stay.",
        "NATO – The alliance said on Monday that it would stay.",
        "Free Syrian Army (FSA) – a rebel group – left the town.",
        "The Free Syrian Army (FSA) - The group left the town.",
        "UNICEF (the children's fund) said that it would stay.",
        "BREAKING — Rebels seize town.",
        "UPDATE 1 - Rebels seize town.",
        "EXCLUSIVE - Army to leave town.",
        "Jane Doe (right) - A woman who left the town.",
        "Hassan Doe (AP photo) said no.",
        "The army left - On Monday it came back.",
        "Rebels (Reuters) and the army met.",
        "Monday (AP) will be remembered.",
        "(Reuters) and others reported it.",
        "(FSA) - The group left.",
        "In ALPHA — The army left.",
        "",
        "ALPHA",
        "ALPHA (AP) —",
    ],
)
def test_near_misses_have_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_an_agency_tells_a_dateline_from_a_headline() -> None:
    assert find_agency_dateline("ALPHA (AP) - Rebels seize town") is not None
    assert find_agency_dateline("ALPHA - Rebels seize town") is None


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("ALPHABAD: The government said no.", "ALPHABAD:"),
        ("NEW ALPHA: Ten people were killed.", "NEW ALPHA:"),
        ("BREAKING: Ten people were killed.", None),
        ("EDITOR'S NOTE: Ten people were killed.", None),
        ("Alpha: Ten people were killed.", None),
        ("ALPHABAD: the talks", None),
    ],
)
def test_capitals_before_a_colon_may_be_a_place(paragraph: str, expected: str | None) -> None:
    end = find_place_colon(paragraph)
    assert (paragraph[:end].strip() if end is not None else None) == expected
