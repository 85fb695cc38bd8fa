#include "reading.h"

#include <string.h>

static char *copy(const char *text) { return text ? strdup(text) : NULL; }

static struct moment moment_of(struct icaltimetype time) {
  return (struct moment){time.year, time.month, time.day, time.hour, time.minute, time.second};
}

static char *zone_of(icalproperty *property) {
  icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  return parameter ? copy(icalparameter_get_tzid(parameter)) : NULL;
}

static void take(struct event *event, int *categories, icalproperty *property) {
  switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY: event->uid = copy(icalproperty_get_uid(property)); break;
    case ICAL_DTSTAMP_PROPERTY: event->stamp = moment_of(icalproperty_get_dtstamp(property)); break;
    case ICAL_LASTMODIFIED_PROPERTY:
      event->last_modified = moment_of(icalproperty_get_lastmodified(property));
      break;
    case ICAL_SEQUENCE_PROPERTY: event->sequence = icalproperty_get_sequence(property); break;
    case ICAL_DTSTART_PROPERTY:
      event->start = moment_of(icalproperty_get_dtstart(property));
      event->start_zone = zone_of(property);
      break;
    case ICAL_DTEND_PROPERTY:
      event->end = moment_of(icalproperty_get_dtend(property));
      event->end_zone = zone_of(property);
      break;
    case ICAL_SUMMARY_PROPERTY: event->summary = copy(icalproperty_get_summary(property)); break;
    case ICAL_DESCRIPTION_PROPERTY:
      event->description = copy(icalproperty_get_description(property));
      break;
    case ICAL_CATEGORIES_PROPERTY:
      if (*categories < 2) event->categories[(*categories)++] = copy(icalproperty_get_categories(property));
      break;
    case ICAL_LOCATION_PROPERTY: event->location = copy(icalproperty_get_location(property)); break;
    case ICAL_STATUS_PROPERTY: event->status = icalproperty_get_status(property); break;
    case ICAL_TRANSP_PROPERTY: event->transparency = icalproperty_get_transp(property); break;
    case ICAL_CLASS_PROPERTY: event->classification = icalproperty_get_class(property); break;
    default: break;
  }
}

static void read_event(struct calendar *calendar, icalcomponent *component) {
  struct event *event = append_event(calendar);
  int categories = 0;
  for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
       property; property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY))
    take(event, &categories, property);
}

static void read_zone(struct calendar *calendar, icalcomponent *zone) {
  icalproperty *id = icalcomponent_get_first_property(zone, ICAL_TZID_PROPERTY);
  if (id) calendar->zone = copy(icalproperty_get_tzid(id));
  icalcomponent *standard = icalcomponent_get_first_component(zone, ICAL_XSTANDARD_COMPONENT);
  if (!standard) fail("the zone has no STANDARD");
  for (icalproperty *property = icalcomponent_get_first_property(standard, ICAL_ANY_PROPERTY);
       property; property = icalcomponent_get_next_property(standard, ICAL_ANY_PROPERTY)) {
    switch (icalproperty_isa(property)) {
      case ICAL_DTSTART_PROPERTY:
        calendar->onset = moment_of(icalproperty_get_dtstart(property));
        break;
      case ICAL_TZOFFSETFROM_PROPERTY:
        calendar->offset_from = icalproperty_get_tzoffsetfrom(property);
        break;
      case ICAL_TZOFFSETTO_PROPERTY:
        calendar->offset_to = icalproperty_get_tzoffsetto(property);
        break;
      case ICAL_TZNAME_PROPERTY: calendar->zone_name = copy(icalproperty_get_tzname(property)); break;
      default: break;
    }
  }
}

struct calendar calendar_of_text(const char *text) {
  struct calendar calendar = {0};
  icalcomponent *root = icalparser_parse_string(text);
  if (!root) fail("libical finds no calendar in the text");
  for (icalproperty *property = icalcomponent_get_first_property(root, ICAL_ANY_PROPERTY); property;
       property = icalcomponent_get_next_property(root, ICAL_ANY_PROPERTY)) {
    switch (icalproperty_isa(property)) {
      case ICAL_PRODID_PROPERTY: calendar.product_id = copy(icalproperty_get_prodid(property)); break;
      case ICAL_NAME_PROPERTY: calendar.name = copy(icalproperty_get_name(property)); break;
      default: break;
    }
  }
  for (icalcomponent *child = icalcomponent_get_first_component(root, ICAL_ANY_COMPONENT); child;
       child = icalcomponent_get_next_component(root, ICAL_ANY_COMPONENT)) {
    switch (icalcomponent_isa(child)) {
      case ICAL_VEVENT_COMPONENT: read_event(&calendar, child); break;
      case ICAL_VTIMEZONE_COMPONENT: read_zone(&calendar, child); break;
      default: break;
    }
  }
  icalcomponent_free(root);
  return calendar;
}
