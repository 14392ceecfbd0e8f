"""What is read back is what was written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from tests.factories import build_document, build_report, build_run, finished_documents

from onrecord.model.coded import CodedDocument
from onrecord.model.events import Participant
from onrecord.model.interchange import format_line
from onrecord.store.check import check_store
from onrecord.store.views import find_record, read_documents, read_event_rows, read_runs
from onrecord.store.writer import Store, open_store

RUN = build_run()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db") as opened:
        yield opened


@given(finished_documents("a"), finished_documents("b"))
@settings(max_examples=60, deadline=None)
def test_documents_come_back_exactly_and_in_the_order_of_their_ids(first: CodedDocument, second: CodedDocument) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "news.db") as store:
        outcomes = [store.write(doc, RUN, doc.document.key) for doc in (first, second)]
        found = {doc.id: format_line(doc) for doc in read_documents(store)}
        assert list(found) == sorted(found)
        for doc, outcome in zip((first, second), outcomes, strict=True):
            if doc.document.outcome == outcome:
                assert found[doc.id] == format_line(doc)
            else:
                assert outcome == "duplicate"
                assert first.text == second.text
        # Drawn links, outcomes and reasons need not make sense; references, positions and texts do.
        assert [p for p in check_store(store) if not p.startswith(("link ", "document "))] == []


def test_every_record_is_found_by_its_id_with_its_document(store: Store) -> None:
    doc = build_report()
    store.write(doc, RUN, "a")
    lists = (
        doc.actors,
        doc.places,
        doc.times,
        doc.mentions,
        doc.statements,
        doc.events,
        doc.events[0].views,
        doc.links,
    )
    for record in (doc.document, *(record for each in lists for record in each)):
        assert find_record(store, record.id) == (doc, record)
    assert find_record(store, "event-unknown") is None
    assert find_record(store, "\udcff") is None


def test_the_event_table_has_a_row_for_each_actor_recipient_and_view(store: Store) -> None:
    doc = build_report()
    police, rebels = doc.actors
    span = doc.mentions[0].span
    event = replace(
        doc.events[0],
        actors=(Participant(police.id, span), Participant(rebels.id, span)),
        recipients=(Participant(rebels.id, span), Participant(police.id, span)),
    )
    store.write(replace(doc, events=(event,)), RUN, "a")
    rows = list(read_event_rows(store))
    assert len(rows) == 2 * 2 * 2
    assert [(row["actor_name"], row["recipient_name"], row["polarity"]) for row in rows[:3]] == [
        ("Police", "rebels", "affirmed"),
        ("Police", "rebels", "negated"),
        ("Police", "Police", "affirmed"),
    ]
    numbers = ("actor_number", "recipient_number", "view_number")
    assert [row["event_id"] for row in rows if all(row[name] == 1 for name in numbers)] == [event.id]


def test_a_row_of_the_event_table_has_the_texts_filled_in(store: Store) -> None:
    store.write(build_report(), RUN, "a")
    row = list(read_event_rows(store))[1]
    expected = {
        "document_key": "report-1", "published": "2014-08-20", "type": "ASSAULT", "modes": "artillery;ground",
        "contexts": "military", "trigger_words": "shelled", "extent_words": "rebels shelled Aleppo on Tuesday",
        "actor_name": "rebels", "actor_sector": "REB", "recipient_name": None, "place_name": "Aleppo", "latitude": 36.2,
        "time_from": "2014-08-19", "killed": 3.0, "holder": "rebels", "statement_act": "deny",
        "statement_cue": "denied", "polarity": "negated", "status": "happened", "view_number": 2,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_an_event_without_actors_or_views_has_one_row(store: Store) -> None:
    doc = build_report()
    event = replace(doc.events[0], actors=(), views=(), place=None, time=None, modes=())
    store.write(replace(doc, events=(event,)), RUN, "a")
    (row,) = read_event_rows(store)
    assert (row["actor_name"], row["holder"], row["polarity"], row["modes"]) == (None, None, None, None)


def test_holders_are_the_report_or_a_speaker_or_nobody_named(store: Store) -> None:
    doc = build_report()
    said, denied = doc.statements
    views = tuple(
        replace(view, id=f"view-{index}", holder=holder)
        for index, (view, holder) in enumerate(zip(doc.events[0].views, ("report", said.id), strict=True))
    )
    event = replace(doc.events[0], views=views)
    store.write(replace(doc, statements=(replace(said, speaker=None), denied), events=(event,)), RUN, "a")
    assert [row["holder"] for row in read_event_rows(store)] == ["report", "unattributed"]


def test_event_rows_are_valid_utf_8_also_where_the_text_is_broken(store: Store) -> None:
    doc = build_report(text="\udcff " + build_report().text)
    store.write(replace(doc, document=replace(doc.document, title="a\ud83d")), RUN, "a")
    row = next(read_event_rows(store))
    assert row["title"] == "a\ufffd"
    assert row["trigger_words"] == "shelled"


def test_runs_come_back(store: Store) -> None:
    store.write(build_report(), RUN, "a")
    assert list(read_runs(store)) == [RUN]


def test_more_documents_than_a_page_are_read_once_each(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.views.PAGE", 3)
    for index in range(10):
        store.write(CodedDocument(build_document(f"k{index}", f"text {index}")), RUN, f"k{index}")
    ids = [doc.id for doc in read_documents(store)]
    assert len(ids) == len(set(ids)) == 10
    assert ids == sorted(ids)
