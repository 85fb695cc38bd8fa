"""The comparison that all tests of clients rest on."""

import dataclasses
import datetime

from event import Event, differences

ZONE = datetime.timezone(datetime.timedelta(hours=7))
EVENT = Event(
    uid="1@lichsong",
    title="Chuyên mục",
    start=datetime.datetime(2024, 5, 12, 20, 15, tzinfo=ZONE),
    end=datetime.datetime(2024, 5, 12, 20, 27, tzinfo=ZONE),
    status="CONFIRMED",
    sequence=0,
    changed=datetime.datetime(2024, 4, 1, tzinfo=datetime.UTC),
    text="Chủ đề: Luật",
)
OTHER = dataclasses.replace(EVENT, uid="2@lichsong")


def test_the_same_events_in_another_order_and_zone_are_no_difference():
    utc = dataclasses.replace(EVENT, start=EVENT.start.astimezone(datetime.UTC))
    assert differences([EVENT, OTHER], [OTHER, utc]) == []


def test_an_event_that_is_missing_a_ghost_and_a_duplicate_are_differences():
    assert differences([EVENT, OTHER], [OTHER]) == ["1@lichsong is missing"]
    assert differences([EVENT], [EVENT, OTHER]) == ["2@lichsong is shown and was not published"]
    assert differences([EVENT], [EVENT, EVENT]) == ["1@lichsong is shown twice"]


def test_each_field_is_compared_where_the_program_keeps_it():
    others = {
        "title": "Chuyên trang",
        "start": EVENT.start + datetime.timedelta(days=1),
        "end": EVENT.start.date(),
        "status": "CANCELLED",
        "sequence": 1,
        "changed": EVENT.changed + datetime.timedelta(seconds=1),
        "text": None,
    }
    for field, value in others.items():
        shown = dataclasses.replace(EVENT, **{field: value})
        found = differences([EVENT], [shown])
        assert len(found) == 1 and found[0].startswith(f"1@lichsong: {field} is "), found
        rest = [name for name in ("uid", *others) if name != field]
        assert differences([EVENT], [shown], rest) == []


def test_another_normal_form_is_a_difference():
    decomposed = dataclasses.replace(EVENT, title="Chuye\u0302n mu\u0323c")
    assert len(differences([EVENT], [decomposed])) == 2
