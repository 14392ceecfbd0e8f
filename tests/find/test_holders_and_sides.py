"""Sides and statuses that a parse only half tells."""

import pytest

from onrecord.coder import Coder


@pytest.mark.parametrize(
    ("text", "type", "recipients"),
    [
        ("Austria pressed both neighbours as well as Serbia to open their borders.", "REQUEST", {"Serbia"}),
        ("Tunisia gave medicine to the Libyan government. Tunisia has not sent weapons.", "AID", {"Libya"}),
        ("The camp for Eritrean refugees was shelled by Sudanese militiamen.", "ASSAULT", {"Eritrean refugees"}),
        ("Hanoi offered to negotiate with Laos.", "AGREE", {"Laos"}),
    ],
)
def test_recipients_are_found_where_they_stand(coder: Coder, text: str, type: str, recipients: set[str]) -> None:
    doc = coder.code(text)
    names = {actor.id: actor.name for actor in doc.actors}
    events = [one for one in doc.events if one.type == type]
    assert events
    assert all(recipients <= {names[side.actor] for side in one.recipients} for one in events)


def test_people_to_be_killed_are_not_dead(coder: Coder) -> None:
    doc = coder.code("Their sons are men to be hunted and killed, the bishop said.")
    assert doc.events
    assert all(view.status == "planned" for one in doc.events for view in one.views)


def test_one_person_is_killed_once(coder: Coder) -> None:
    doc = coder.code(
        "Gunmen murdered the editor Pavel Novotny in Brno on Monday.\n\nThe killing of Novotny shocked Moravia.\n\n"
        "Police said the murder of Novotny by gunmen was planned abroad."
    )
    killings = [one for one in doc.events if one.type == "ASSAULT" and one.recipients]
    assert len(killings) == 1
    assert len(killings[0].retold) == 2
