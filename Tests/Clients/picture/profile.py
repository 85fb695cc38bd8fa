"""The profile that the picture is taken of: who has it follows the feeds and looks at a month."""

import json
import pathlib
import re

from subscribers import thunderbird

# Nothing that greets, asks, advertises or goes out to the network.
QUIET = thunderbird.PREFERENCES | {
    "app.donation.eoy.version.viewed": 999,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "mail.inappnotifications.enabled": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.rights.version": 1,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
VIETNAMESE = {
    "calendar.week.start": 1,
    "intl.locale.requested": "vi",
    "intl.regional_prefs.use_os_locales": False,
}

MONTH = "3"
SPECIAL = "mail,calendar,task,chat,calendarEvent,calendarTask"
WINDOW = {
    "messengerWindow": {"sizemode": "maximized"},
    "view-box": {"selectedIndex": MONTH},
    # A list of the month's events above its sheet, which shows titles in full.
    "event-filter-menulist": {"value": "thisCalendarMonth"},
    "bottom-events-box": {"height": "180"},
    "unifinder-search-results-tree-col-title": {"width": "680"},
    "unifinder-search-results-tree-col-startdate": {"width": "240"},
    "unifinder-search-results-tree-col-enddate": {"hidden": "true"},
    "unifinder-search-results-tree-col-categories": {"hidden": "true"},
    "today-pane-panel": {"collapsedinmodes": SPECIAL},
}


def make(home, exports, outlets, feeds):
    """Makes a profile in a home, and returns its folder.

    exports -- the folder of a plan's exports
    outlets -- the outlets, as a release records them
    feeds   -- the address of each outlet's feed
    """
    folder = pathlib.Path(home, "profile")
    folder.mkdir()
    preferences = QUIET | VIETNAMESE | thunderbird.subscriptions(feeds)
    for outlet in outlets:
        feed = pathlib.Path(exports, f"{outlet['id']}.ics").read_text()
        # Thunderbird takes neither from a feed: a reader writes the one, and chooses the other.
        preferences |= {
            f"calendar.registry.{outlet['id']}.name": outlet["name"],
            f"calendar.registry.{outlet['id']}.color": color(feed),
            f"calendar.registry.{outlet['id']}.calendar-main-in-composite": True,
        }
    preferences["calendar.list.sortOrder"] = " ".join(feeds)
    thunderbird.write_preferences(folder, preferences)
    window = {"chrome://messenger/content/messenger.xhtml": WINDOW}
    (folder / "xulstore.json").write_text(json.dumps(window))
    return folder


def color(feed):
    """The colour that a feed asks for."""
    return re.search(r"^X-APPLE-CALENDAR-COLOR:(#\w{6})", feed, re.MULTILINE).group(1)
