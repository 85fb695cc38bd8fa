"""Writes or reads a calendar once with icalendar, and prints the seconds, as the other programs do.

    python3 icalendar_times.py write RECORDS CALENDAR
    python3 icalendar_times.py read CALENDAR RECORDS
"""

import datetime
import pathlib
import sys
import time
import zoneinfo

import icalendar


def calendar_of_records(text):
    """The records as values of Python: strings, numbers, dates with their zones."""
    head, *events = (record.split("\x1f") for record in text.removesuffix("\x1e").split("\x1e"))
    moment = datetime.datetime.fromisoformat
    for fields in events:
        zone = zoneinfo.ZoneInfo(fields[6])
        fields[1:3] = [moment(field).replace(tzinfo=datetime.timezone.utc) for field in fields[1:3]]
        fields[3] = int(fields[3])
        fields[4:6] = [moment(field).replace(tzinfo=zone) for field in fields[4:6]]
    head[3] = moment(head[3])
    head[4:6] = [datetime.timedelta(seconds=int(field)) for field in head[4:6]]
    return head, events


def calendar_text(head, events):
    calendar = icalendar.Calendar()
    for name, value in ("VERSION", "2.0"), ("PRODID", head[0]), ("CALSCALE", "GREGORIAN"):
        calendar.add(name, value)
    for name in "NAME", "X-WR-CALNAME":
        calendar.add(name, head[1])
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("TZID", head[2])
    for name, value in zip(("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"), head[3:]):
        standard.add(name, value)
    zone.add_component(standard)
    calendar.add_component(zone)
    names = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", None, "SUMMARY", "DESCRIPTION",
             None, None, "LOCATION", "STATUS", "TRANSP", "CLASS")
    for fields in events:
        event = icalendar.Event()
        for name, value in zip(names, fields):
            if name:
                event.add(name, value)
        event.add("CATEGORIES", fields[9:11])
        calendar.add_component(event)
    return calendar.to_ical()


def calendar_of_text(text):
    calendar = icalendar.Calendar.from_ical(text)
    zone = calendar.walk("VTIMEZONE")[0]
    standard = zone.walk("STANDARD")[0]
    head = [
        str(calendar["PRODID"]), str(calendar["NAME"]), str(zone["TZID"]), standard["DTSTART"].dt,
        standard["TZOFFSETFROM"].td, standard["TZOFFSETTO"].td, str(standard["TZNAME"]),
    ]
    events = []
    for event in calendar.walk("VEVENT"):
        categories = [str(category) for category in event["CATEGORIES"].cats]
        events.append([
            str(event["UID"]), event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt, int(event["SEQUENCE"]),
            event["DTSTART"].dt, event["DTEND"].dt, str(event["DTSTART"].params["TZID"]),
            str(event["SUMMARY"]), str(event["DESCRIPTION"]), *categories, str(event["LOCATION"]),
            str(event["STATUS"]), str(event["TRANSP"]), str(event["CLASS"]),
        ])
    return head, events


def records(head, events):
    def field(value):
        if isinstance(value, datetime.datetime):
            return value.replace(tzinfo=None).isoformat()
        if isinstance(value, datetime.timedelta):
            return str(value // datetime.timedelta(seconds=1))
        return str(value)

    return "".join("\x1f".join(map(field, fields)) + "\x1e" for fields in (head, *events))


def report(work, *arguments):
    """Does some work once, and prints the seconds by the clock and those of the processor."""
    start, processor = time.perf_counter(), time.process_time()
    result = work(*arguments)
    processor = time.process_time() - processor
    print(time.perf_counter() - start, processor)
    return result


def main():
    task, source, target = sys.argv[1:]
    source = pathlib.Path(source).read_bytes()
    if task == "write":
        result = report(calendar_text, *calendar_of_records(source.decode()))
    else:
        result = records(*report(calendar_of_text, source)).encode()
    pathlib.Path(target).write_bytes(result)


if __name__ == "__main__":
    main()
