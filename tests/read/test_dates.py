"""Publication dates are read only where they can be one day."""

from datetime import date

import pytest

from onrecord.errors import DateError
from onrecord.read.dates import read_date, read_first_date

DAY = date(2014, 8, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2014-08-20",
        " 2014-08-20 ",
        "2014-08-20T10:00:00Z",
        "2014-08-20t10:00:00.123+02:00",
        "2014-08-20 10:00",
        "2014-08-20T23:30:00-0500",
        "20140820",
        "20140820T100000Z",
        "20 August 2014",
        "20 august 2014",
        "20th August 2014",
        "20 Aug 2014",
        "20 Aug. 2014",
        "20-Aug-2014",
        "August 20, 2014",
        "August 20 2014",
        "Aug. 20, 2014",
        "August 20th, 2014",
        "Wednesday, August 20, 2014",
        "Wed 20 August 2014",
        "Wed, 20 Aug 2014 10:00:00 GMT",
        "Wed, 20 Aug 2014 10:00:00 +0000",
        "August 20, 2014 at 10:15 AM EDT",
        "20 August 2014, 10.15am BST",
        "20 August 2014 | 10:15",
    ],
)
def test_one_day_is_read(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "01/02/2014",
        "20/08/2014",
        "August 2014",
        "2014",
        "2014-08",
        "2014-02-30",
        "2014-13-01",
        "0000-01-01",
        "9999-12-31",
        "99999",
        "20 August 14",
        "20 Augustus 2014",
        "2" * 20_000,
        "1408492800",
        "٢٠١٤-٠٨-٢٠",
        "2014-08-20 to 2014-08-22",
        "about 20 August 2014",
        "2014-08-20\ud800",
    ],
)
def test_anything_else_is_an_error_that_names_the_forms(text: str) -> None:
    with pytest.raises(DateError, match="expected"):
        read_date(text)


def test_september_has_three_spellings() -> None:
    assert {read_date(f"2 {month} 2014") for month in ("September", "Sept.", "Sep")} == {date(2014, 9, 2)}


def test_the_first_readable_text_counts_and_only_then_the_fault_is_told() -> None:
    assert read_first_date(["soon", "2014-08-20"]) == (DAY, None)
    assert read_first_date([]) == (None, None)
    found, wrong = read_first_date(["soon", "later"])
    assert found is None
    assert wrong is not None
    assert '"soon"' in wrong
