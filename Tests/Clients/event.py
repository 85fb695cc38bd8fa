"""What a reader sees of an event, and how that differs from what was published."""

import collections
import dataclasses
import datetime
import unicodedata

Moment = datetime.date | datetime.datetime


@dataclasses.dataclass(frozen=True, kw_only=True)
class Event:
    """An event as a program shows it; a field that the program does not keep is None.

    Hours carry a zone, so that two are equal where they are the same moment; a whole day is a date,
    and ends, as in RFC 5545, on the day after.
    """

    uid: str | None = None
    title: str | None = None
    start: Moment | None = None
    end: Moment | None = None
    status: str | None = None
    sequence: int | None = None
    changed: datetime.datetime | None = None
    text: str | None = None

    def seen_with(self, fields):
        """What is left of the event in a program that keeps only some fields."""
        return Event(**{name: getattr(self, name) for name in fields})

    @property
    def name(self):
        return self.uid or f"{self.title} ({self.start})"


EVERYTHING = tuple(field.name for field in dataclasses.fields(Event))


def differences(published, shown, fields=EVERYTHING):
    """Says what a program shows otherwise than it was published.

    Each event counts as often as it is there: one that is shown twice is a difference, and so is one
    that was not published, whatever else is right.

    published -- the events of the newest release
    shown     -- the events of the program
    fields    -- what the program keeps of an event
    returns a list of sentences, empty where the program shows exactly what was published
    """
    expected = collections.Counter(event.seen_with(fields) for event in published)
    found = collections.Counter(event.seen_with(fields) for event in shown)
    missing = list((expected - found).elements())
    surplus = list((found - expected).elements())
    sentences = []
    for event in missing:
        twin = next((other for other in surplus if "uid" in fields and other.uid == event.uid), None)
        if twin is None:
            sentences.append(f"{event.name} is missing")
            continue
        surplus.remove(twin)
        for field in fields:
            if getattr(event, field) != getattr(twin, field):
                sentences.append(
                    f"{event.name}: {field} is {getattr(twin, field)!r}, "
                    f"and was published as {getattr(event, field)!r}"
                )
    sentences += [
        f"{event.name} is shown {'twice' if event in expected else 'and was not published'}"
        for event in surplus
    ]
    return sentences + [
        f"{event.name}: {field} is not in NFC"
        for event in found
        for field in ("title", "text")
        if not unicodedata.is_normalized("NFC", getattr(event, field) or "")
    ]
