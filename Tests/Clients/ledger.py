"""What a release publishes, by its own record and not by its feeds."""

import datetime
import json
import pathlib
import zoneinfo

from event import Event


def newest_release(folder):
    """The newest release in the folder of a plan's exports, as JSON."""
    newest = max(pathlib.Path(folder, "releases").glob("*.json"), key=lambda path: int(path.stem))
    return json.loads(newest.read_bytes())


def published_events(folder, feed):
    """The events that a feed must show, by the record of the newest release.

    folder -- the folder of a plan's exports
    feed   -- the path of the feed in the folder
    """
    release = newest_release(folder)
    return [_event(record, release) for record in release["events"] if feed in _feeds(record)]


def _feeds(record):
    """The paths of the feeds that an event belongs to, or belonged to."""
    own = {
        "issue": lambda: ["all.ics", f"{record['outlet']}.ics"]
        + ([f"themes/{record['theme']}.ics"] if "theme" in record else []),
        "airing": lambda: ["all.ics", f"{record['outlet']}.ics"],
        "activity": lambda: ["all.ics", "activities.ics"],
        "deadline": lambda: [f"production/{record['owner']}.ics"],
    }
    return own[record["kind"]]() + record.get("formerFeeds", [])


def _event(record, release):
    start, end = _times(record, record.get("zone") or release["plan"]["timeZone"])
    return Event(
        uid=record["uid"],
        title=record["summary"],
        start=start,
        end=end,
        status=record["status"].upper(),
        sequence=record["sequence"],
        changed=datetime.datetime.fromisoformat(record["changed"]),
        text="\n".join(filter(None, [record["description"], record.get("note")])),
    )


def _times(record, zone):
    day = datetime.date.fromisoformat(record["date"])
    if "time" not in record:
        return day, day + datetime.timedelta(days=1)
    start = datetime.datetime.combine(
        day, datetime.time.fromisoformat(record["time"]), zoneinfo.ZoneInfo(zone)
    )
    return start, start + datetime.timedelta(minutes=record.get("minutes", 0))
