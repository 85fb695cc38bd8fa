"""Makes the sound files: has other programs write calendars of our data.

usage: python3 make_sound.py FOLDER

Needs, beside Python 3.11, the packages icalendar, vobject, caldav, khal, radicale, recurring-ical-events, todoman,
mergecal and holidays from PyPI, perl with Data::ICal, php with sabre/vobject, ruby with
icalendar, and a C compiler with libical. What is not installed is passed over, and its files are left as they are.

Not here, as what they write is not sound: calcurse 4.7 (no UID and DTSTAMP, LF), ics 0.7 (no DTSTAMP, lines that are not
folded), ical 14 (LF, a zone without its VTIMEZONE, lines folded by characters), Data::ICal 0.24 with longer texts
(lines folded by characters), ics-query 0.5 (events without a calendar), icalendar 4.0 (TZID=UTC beside a
time in UTC).
"""
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(sys.argv[1])
HANOI, BERLIN = ZoneInfo("Asia/Ho_Chi_Minh"), ZoneInfo("Europe/Berlin")
STAMP = datetime(2024, 1, 1, tzinfo=timezone.utc)
TITLE = "Thi đua, khen thưởng; “Người tốt, việc tốt”"
TEXT = "Chuyên mục hằng tháng\nMười hai phút; đài \\ báo: " + "yêu nước " * 12


def write(name, text):
    data = text if isinstance(text, bytes) else text.encode()
    (FOLDER / f"{name}.ics").write_bytes(data)
    print(name)


def run(*arguments, **options):
    return subprocess.run(arguments, check=True, capture_output=True, **options).stdout


def icalendar_files():
    import icalendar
    from icalendar import Alarm, Calendar, Event, Journal, Todo, vCalAddress, vRecur

    def calendar(*parts):
        made = Calendar()
        made.add("prodid", f"-//icalendar {icalendar.__version__}//LichSong sound files//VI")
        made.add("version", "2.0")
        for part in parts:
            made.add_component(part)
        return made

    def event(uid, **values):
        made = Event()
        made.add("uid", f"{uid}@example.org")
        made.add("dtstamp", STAMP)
        for name, value in values.items():
            made.add(name.replace("_", "-"), value)
        return made

    start = datetime(2024, 6, 2, 20, 15, tzinfo=HANOI)
    weekly = event(
        "weekly", dtstart=start, dtend=start + timedelta(minutes=12), summary=TITLE, description=TEXT,
        rrule=vRecur(freq="weekly", until=datetime(2024, 12, 29, 13, 15, tzinfo=timezone.utc), byday="su"),
        exdate=[start + timedelta(days=14)], categories=["Thi đua", "Luật"], status="CONFIRMED",
        transp="TRANSPARENT", url="https://example.org/a?b=c", geo=(10.0125, 105.0809), priority=5,
    )
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-30))
    alarm.add("description", "Chuẩn bị")
    weekly.add_component(alarm)
    moved = event(
        "weekly", recurrence_id=start + timedelta(days=7), dtstart=start + timedelta(days=8),
        duration=timedelta(minutes=12), summary="Số đặc biệt",
    )
    both = calendar(weekly, moved)
    both.add_missing_timezones()
    write("icalendar-weekly", both.to_ical())
    write("icalendar-days", calendar(*(
        event(f"day-{day}", dtstart=date(2024, 6, day), dtend=date(2024, 6, day + 1), summary=f"Ngày {day}",
              created=STAMP, last_modified=STAMP, sequence=day)
        for day in (1, 11, 20)
    )).to_ical())
    summer = datetime(2024, 3, 25, 9, tzinfo=BERLIN)
    berlin = calendar(event(
        "berlin", dtstart=summer, dtend=summer + timedelta(hours=1), summary="Besprechung, täglich",
        rrule=vRecur(freq="daily", count=10),
    ))
    berlin.add_missing_timezones()
    write("icalendar-summer-time", berlin.to_ical())
    todo = Todo()
    for name, value in dict(uid="todo@example.org", dtstamp=STAMP, due=date(2024, 6, 5), summary="Duyệt kịch bản",
                            status="IN-PROCESS", percent_complete=50).items():
        todo.add(name.replace("_", "-"), value)
    journal = Journal()
    for name, value in dict(uid="journal@example.org", dtstamp=STAMP, dtstart=date(2024, 6, 5),
                            summary="Nhật ký", status="FINAL", description=TEXT).items():
        journal.add(name, value)
    organizer = vCalAddress("mailto:so@example.org")
    organizer.params["cn"] = "Sở Nội vụ: Ban Thi đua"
    meeting = event("meeting", dtstart=STAMP, dtend=STAMP + timedelta(hours=1), organizer=organizer,
                    attendee=vCalAddress("mailto:dai@example.org"), rdate=[STAMP + timedelta(days=3)])
    write("icalendar-todo-journal-meeting", calendar(todo, journal, meeting).to_ical())


def vobject_files():
    import vobject
    from dateutil import tz

    def calendar(*events):
        made = vobject.iCalendar()
        made.add("prodid").value = f"-//vobject {vobject.VERSION}//LichSong sound files//EN"
        for values in events:
            event = made.add("vevent")
            for name, value in dict(values, dtstamp=STAMP.replace(tzinfo=vobject.icalendar.utc)).items():
                event.add(name).value = value
        return made.serialize()

    hanoi = tz.gettz("Asia/Ho_Chi_Minh")
    start = datetime(2024, 6, 2, 20, 15, tzinfo=hanoi)
    write("vobject-weekly", calendar(dict(
        uid="weekly@example.org", dtstart=start, dtend=start + timedelta(minutes=12), summary=TITLE,
        description=TEXT, rrule="FREQ=WEEKLY;COUNT=10")))
    write("vobject-days", calendar(*(
        dict(uid=f"{day}@example.org", dtstart=date(2024, 6, day), dtend=date(2024, 6, day + 1), summary=TITLE)
        for day in (1, 11))))
    berlin = datetime(2024, 3, 25, 9, tzinfo=tz.gettz("Europe/Berlin"))
    write("vobject-summer-time", calendar(dict(
        uid="berlin@example.org", dtstart=berlin, dtend=berlin + timedelta(hours=1), summary="Besprechung, täglich",
        rrule="FREQ=DAILY;COUNT=10")))
    utc = vobject.icalendar.utc
    write("vobject-utc", calendar(dict(
        uid="utc@example.org", dtstart=datetime(2024, 6, 2, 13, 15, tzinfo=utc), location="Rạch Giá, Kiên Giang",
        dtend=datetime(2024, 6, 2, 13, 27, tzinfo=utc), summary=TITLE)))


def khal_files():
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "calendar")
        folder.mkdir()
        config = Path(home, "config")
        config.write_text(
            f"[default]\ndefault_calendar = c\n[calendars]\n[[c]]\npath = {folder}\n[sqlite]\npath = {home}/db\n[locale]\n"
            "local_timezone = Asia/Ho_Chi_Minh\ndefault_timezone = Asia/Ho_Chi_Minh\ntimeformat = %H:%M\n"
            "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
            "longdatetimeformat = %Y-%m-%d %H:%M\n")
        for name, arguments in {
            "khal-event": ["2024-06-02 20:15", "2024-06-02 20:27", TITLE, "::", TEXT],
            "khal-weekly": ["2024-06-02 20:15", "2024-06-02 20:27", TITLE, "-r", "weekly", "-m", "30m"],
            "khal-day": ["2024-06-11", "Ngày truyền thống"],
        }.items():
            run("khal", "-c", str(config), "new", *arguments, env={**os.environ, "HOME": home})
            newest = max(folder.glob("*.ics"), key=lambda path: path.stat().st_mtime_ns)
            write(name, newest.read_bytes())
            newest.unlink()


def radicale_files():
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--storage-filesystem-folder", home, "--auth-type", "none",
             "--server-hosts", "127.0.0.1:5232", "--rights-type", "authenticated"], stderr=subprocess.DEVNULL)
        try:
            time.sleep(3)

            def request(method, path, body=None, kind="text/calendar"):
                made = urllib.request.Request(f"http://127.0.0.1:5232{path}", method=method, data=body,
                                              headers={"Content-Type": kind, "Authorization": "Basic dTp1"})
                return urllib.request.urlopen(made).read()

            request("MKCALENDAR", "/u/c/")
            for name in ("icalendar-weekly", "vobject-days"):
                request("PUT", f"/u/{name}/", (FOLDER / f"{name}.ics").read_bytes())
                write(f"radicale-{name.split('-')[1]}", request("GET", f"/u/{name}/"))
        finally:
            server.terminate()
            server.wait()


def caldav_files():
    import icalendar
    from caldav.lib.vcal import create_ical

    def made(**values):
        return icalendar.Calendar.from_ical(create_ical(dtstamp=STAMP, **values)).to_ical()

    write("caldav-event", made(
        objtype="VEVENT", uid="caldav@example.org", summary=TITLE, description=TEXT,
        dtstart=datetime(2024, 6, 2, 13, 15, tzinfo=timezone.utc), dtend=datetime(2024, 6, 2, 13, 27, tzinfo=timezone.utc),
        alarm_trigger=timedelta(minutes=-30), alarm_action="AUDIO"))
    write("caldav-todo", made(objtype="VTODO", uid="todo@example.org", summary="Duyệt kịch bản", due=date(2024, 6, 5)))


def recurring_files():
    import icalendar
    import recurring_ical_events

    source = icalendar.Calendar.from_ical((FOLDER / "icalendar-weekly.ics").read_bytes())
    made = icalendar.Calendar()
    made.add("prodid", "-//recurring-ical-events//LichSong sound files//EN")
    made.add("version", "2.0")
    for event in recurring_ical_events.of(source).between((2024, 6, 1), (2024, 7, 1)):
        made.add_component(event)
    made.add_missing_timezones()
    write("recurring-ical-events-june", made.to_ical())


def mergecal_files():
    from icalendar import Calendar
    from mergecal import merge_calendars

    calendars = [Calendar.from_ical((FOLDER / f"{name}.ics").read_bytes())
                 for name in ("icalendar-days", "icalendar-summer-time")]
    write("mergecal-two", merge_calendars(calendars).to_ical())


def holidays_files():
    from holidays import country_holidays
    from holidays.ical import ICalExporter

    exporter = ICalExporter(country_holidays("VN", years=2024, language="vi"))
    write("holidays-vietnam", exporter.generate())


def todoman_files():
    with tempfile.TemporaryDirectory() as home:
        Path(home, "calendar").mkdir()
        config = Path(home, "config.py")
        config.write_text(f'path = "{home}/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ndefault_list = "calendar"\n')
        run(str(Path(sys.executable).parent / "todo"), "--config", str(config), "new", "-d", "2024-06-05",
            "Duyệt kịch bản", env={**os.environ, "HOME": home})
        write("todoman-todo", next(Path(home, "calendar").glob("*.ics")).read_bytes())


def perl_files():
    write("data-ical-event", run("perl", "-CA", "-e", r'''
use utf8; use Data::ICal; use Data::ICal::Entry::Event; use Data::ICal::Entry::Alarm::Display;
my $calendar = Data::ICal->new(rfc_strict => 1);
my $event = Data::ICal::Entry::Event->new();
$event->add_properties(uid => 'perl@example.org', dtstamp => '20240101T000000Z', summary => $ARGV[0],
  description => $ARGV[1], dtstart => '20240602T131500Z', dtend => '20240602T132700Z', rrule => 'FREQ=WEEKLY;COUNT=3');
my $alarm = Data::ICal::Entry::Alarm::Display->new();
$alarm->add_properties(trigger => '-PT30M', description => 'Prepare');
$event->add_entry($alarm);
$calendar->add_entry($event);
binmode STDOUT, ':utf8';
print $calendar->as_string;
''', "Thi đua, khen thưởng", "Chuyên mục hằng tháng; mười hai phút"))


def php_files():
    write("sabre-vobject-event", run("php", "-r", r'''
require 'Sabre/VObject/includes.php';
$calendar = Sabre\VObject\Component::create('VCALENDAR');
$calendar->VERSION = '2.0';
$calendar->PRODID = '-//Sabre//VObject ' . Sabre\VObject\Version::VERSION . '//LichSong sound files';
$event = Sabre\VObject\Component::create('VEVENT');
$event->UID = 'php@example.org';
$event->DTSTAMP = '20240101T000000Z';
$start = Sabre\VObject\Property::create('DTSTART');
$start->setDateTime(new DateTime('2024-06-02 13:15:00', new DateTimeZone('UTC')), Sabre\VObject\Property\DateTime::UTC);
$event->add($start);
$event->DURATION = 'PT12M';
$event->SUMMARY = $argv[1];
$event->RRULE = 'FREQ=MONTHLY;BYDAY=1SU;COUNT=6';
$calendar->add($event);
echo $calendar->serialize();
''', "Thi đua yêu nước"))


def ruby_files():
    write("ruby-icalendar-event", run("ruby", "-ricalendar", "-e", r'''
calendar = Icalendar::Calendar.new
calendar.prodid = "-//ruby icalendar #{Icalendar::VERSION}//LichSong sound files//EN"
calendar.event do |e|
  e.uid = "ruby@example.org"
  e.dtstamp = Icalendar::Values::DateTime.new("20240101T000000Z")
  e.dtstart = Icalendar::Values::DateTime.new("20240602T131500Z")
  e.dtend = Icalendar::Values::DateTime.new("20240602T132700Z")
  e.summary = ARGV[0]
  e.description = ARGV[1]
  e.rrule = "FREQ=WEEKLY;COUNT=4"
  e.alarm { |a| a.action = "DISPLAY"; a.description = "Chuẩn bị"; a.trigger = "-PT30M" }
end
calendar.event do |e|
  e.uid = "ruby-day@example.org"
  e.dtstamp = Icalendar::Values::DateTime.new("20240101T000000Z")
  e.dtstart = Icalendar::Values::Date.new("20240611")
  e.dtend = Icalendar::Values::Date.new("20240612")
  e.summary = "Ngày truyền thống"
end
print calendar.to_ical
''', TITLE, TEXT))


def libical_files():
    source = r'''
#include <libical/ical.h>
#include <stdio.h>
int main(int argc, char **argv) {
  struct icaltimetype start = icaltime_from_string("20240602T131500Z"), end = icaltime_from_string("20240602T132700Z");
  icalcomponent *event = icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
    icalproperty_new_uid("libical@example.org"), icalproperty_new_dtstamp(icaltime_from_string("20240101T000000Z")),
    icalproperty_new_dtstart(start), icalproperty_new_dtend(end), icalproperty_new_summary(argv[1]),
    icalproperty_new_description(argv[2]), icalproperty_new_status(ICAL_STATUS_CONFIRMED),
    icalproperty_new_rrule(icalrecurrencetype_from_string("FREQ=MONTHLY;BYMONTHDAY=2;COUNT=5")), (void *)0);
  icalcomponent *day = icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
    icalproperty_new_uid("libical-day@example.org"), icalproperty_new_dtstamp(icaltime_from_string("20240101T000000Z")),
    icalproperty_new_dtstart(icaltime_from_string("20240611")), icalproperty_new_duration(icaldurationtype_from_string("P1D")), (void *)0);
  icalcomponent *calendar = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
    icalproperty_new_prodid("-//libical " ICAL_VERSION "//LichSong sound files//EN"), event, day, (void *)0);
  fputs(icalcomponent_as_ical_string(calendar), stdout);
  return 0;
}
'''
    with tempfile.TemporaryDirectory() as home:
        Path(home, "a.c").write_text(source)
        run("cc", "-o", f"{home}/a", f"{home}/a.c", "-lical")
        write("libical-events", run(f"{home}/a", TITLE, TEXT))


if __name__ == "__main__":
    for made in (icalendar_files, vobject_files, khal_files, radicale_files,
                 caldav_files, recurring_files, mergecal_files, holidays_files, todoman_files,
                 perl_files, php_files, ruby_files, libical_files):
        try:
            made()
        except Exception as error:
            detail = getattr(error, "stderr", b"") or b""
            print(f"{made.__name__}: left as they are: {error} {detail.decode(errors='replace')[-300:]}", file=sys.stderr)
