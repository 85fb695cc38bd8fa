"""Makes the records of a calendar such as we publish, of any number of events.

    python3 generate.py RECORDS --events 20000

A record ends in U+001E and its fields are parted by U+001F. The first is the calendar:

    PRODID, NAME, TZID, DTSTART of the zone, TZOFFSETFROM and TZOFFSETTO in seconds, TZNAME

Each other is an event, with its texts as people read them, not as they are escaped:

    UID, DTSTAMP, LAST-MODIFIED, SEQUENCE, DTSTART, DTEND, TZID, SUMMARY, DESCRIPTION, CATEGORIES twice,
    LOCATION, STATUS, TRANSP, CLASS
"""

import argparse
import datetime
import pathlib

CALENDAR = (
    "-//LichSong//LichSong//VI",
    "Đài Phát thanh và Truyền hình Kiên Giang: Tuyên truyền về công tác thi đua khen thưởng",
    "Asia/Ho_Chi_Minh",
    "1975-06-13T00:00:00",
    "28800",
    "25200",
    "+07",
)
SERIES = (
    ("Chuyên mục “Thi đua là yêu nước”", "Đài Phát thanh và Truyền hình Kiên Giang", 12),
    ("Chuyên trang Báo Kiên Giang", "Báo Kiên Giang", 60),
    ("Phóng sự “Người tốt, việc tốt”", "Truyền hình", 15),
)
THEMES = (
    "Luật Thi đua, khen thưởng năm 2022",
    "Gương điển hình tiên tiến trong lao động, sản xuất",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Phong trào “Cả nước chung sức xây dựng nông thôn mới”",
    "Kỷ niệm 76 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc",
    "Chuyển đổi số; cải cách hành chính",
    "Doanh nghiệp giỏi",
)
STATUSES = ("CONFIRMED", "CONFIRMED", "CONFIRMED", "TENTATIVE", "CANCELLED")


def event(number):
    """The fields of an event; nothing in them is random."""
    series, place, minutes = SERIES[number % len(SERIES)]
    theme = THEMES[number * 5 % len(THEMES)]
    start = datetime.datetime(2024, 1, 1, 5) + datetime.timedelta(minutes=17 * 15 * number)
    again = start + datetime.timedelta(days=1)
    stamp = datetime.datetime(2023, 12, 1) + datetime.timedelta(seconds=61 * number)
    lines = [
        f"Chủ đề: {theme}",
        f"Thời lượng: {minutes} phút",
        *(f"Phát lại: {again + datetime.timedelta(hours=6 * k):%H:%M ngày %d/%m/%Y}" for k in range(number % 4)),
        f"Hạn: Duyệt kịch bản: {start - datetime.timedelta(days=16):%d/%m/%Y} (Sở Nội vụ)",
        f"Căn cứ: {number % 90 + 10}/KH-UBND, mục III.{number % 7 + 1}; chủ đề: mục II.1, III.2",
    ]
    return (
        f"kien-giang-2024.segment.{number + 1}@lichsong",
        stamp.isoformat(),
        (stamp + datetime.timedelta(hours=number % 3)).isoformat(),
        str(number % 4),
        start.isoformat(),
        (start + datetime.timedelta(minutes=minutes)).isoformat(),
        CALENDAR[2],
        f"{series}: {theme}",
        "\n".join(lines),
        series.replace(",", ""),
        theme.replace(",", "").replace(";", ""),
        place,
        STATUSES[number % len(STATUSES)],
        "TRANSPARENT" if number % 6 else "OPAQUE",
        "PUBLIC" if number % 11 else "CONFIDENTIAL",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=pathlib.Path)
    parser.add_argument("--events", type=int, default=20_000)
    arguments = parser.parse_args()
    with arguments.records.open("w", encoding="utf-8", newline="") as file:
        for fields in (CALENDAR, *map(event, range(arguments.events))):
            file.write("\x1f".join(fields) + "\x1e")


if __name__ == "__main__":
    main()
