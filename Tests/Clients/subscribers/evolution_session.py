"""Refreshes calendars of Evolution Data Server, and prints what it holds, as JSON.

usage: evolution_session.py SOURCE...

Runs under the system's own Python, which has the bindings (python3-gi, gir1.2-ecal-2.0), on a session bus
of its own. For each line of standard input it prints a line with the events of each calendar.
"""

import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402

AT_ONCE = 0xFFFF_FFFF  # instead of the seconds to wait for a calendar to be connected


def main(names):
    registry = EDataServer.SourceRegistry.new_sync(None)
    clients = {
        name: ECal.Client.connect_sync(
            registry.ref_source(name), ECal.ClientSourceType.EVENTS, AT_ONCE, None
        )
        for name in names
    }
    for client in clients.values():
        try:
            client.refresh_sync(None)
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
    for _ in sys.stdin:
        print(json.dumps({name: events(client) for name, client in clients.items()}), flush=True)


def events(client):
    _, components = client.get_object_list_sync("#t", None)
    return sorted((event(each) for each in components), key=lambda each: each["uid"])


def event(component):
    def value(kind, getter):
        found = component.get_first_property(kind)
        return found and getter(found)

    kinds = ICalGLib.PropertyKind
    return {
        "uid": component.get_uid(),
        "title": component.get_summary(),
        "start": moment(component.get_dtstart()),
        "end": moment(component.get_dtend()),
        "status": value(kinds.STATUS_PROPERTY, ICalGLib.Property.get_value_as_string),
        "sequence": component.get_sequence(),
        "changed": moment(value(kinds.LASTMODIFIED_PROPERTY, ICalGLib.Property.get_lastmodified)),
        "text": component.get_description(),
    }


def moment(time):
    if not time.is_date():
        time = time.convert_to_zone(ICalGLib.Timezone.get_utc_timezone())
    return time.as_ical_string()


if __name__ == "__main__":
    main(sys.argv[1:])
