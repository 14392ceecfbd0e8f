"""The flat event table as CSV: UTF-8 without a byte order mark, a header, LF, empty for unknown.

A text that begins with = + - @, a tab or a carriage return gets an apostrophe before it, as a spreadsheet would run it
as a formula: news can be written by anybody. Numbers are never changed. Whoever needs the bare text reads the database.
"""

import csv
from pathlib import Path

from onrecord.export.files import replace_file
from onrecord.model.interchange import MEASURES, plain_number
from onrecord.store.sqlite import Value
from onrecord.store.views import list_event_columns, read_event_rows
from onrecord.store.writer import Store

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export_events(store: Store, target: str | Path) -> int:
    """The number of rows written: one per event × actor × recipient × view, ordered by document id."""
    count = 0
    columns = list_event_columns(store)
    with replace_file(target) as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(columns)
        for row in read_event_rows(store):
            writer.writerow([format_cell(name, row[name]) for name in columns])
            count += 1
    return count


def format_cell(column: str, value: Value) -> Value:
    """What stands in a cell: texts guarded against spreadsheets, counts without a fraction where they are whole."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    if isinstance(value, float) and column not in MEASURES:
        return plain_number(value)
    return value
