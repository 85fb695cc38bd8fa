#define _GNU_SOURCE
#include "writing.h"

#include <stdio.h>
#include <stdlib.h>

static struct icaltimetype time_of(struct moment moment) {
  struct icaltimetype time = icaltime_null_time();
  time.year = moment.year;
  time.month = moment.month;
  time.day = moment.day;
  time.hour = moment.hour;
  time.minute = moment.minute;
  time.second = moment.second;
  return time;
}

static struct icaltimetype utc_of(struct moment moment) {
  struct icaltimetype time = time_of(moment);
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

static void add(icalcomponent *component, icalproperty *property) {
  icalcomponent_add_property(component, property);
}

static void add_extension(icalcomponent *component, const char *name, const char *value) {
  icalproperty *property = icalproperty_new_x(value);
  icalproperty_set_x_name(property, name);
  add(component, property);
}

static void add_zoned(icalcomponent *component, icalproperty *property, const char *zone) {
  icalproperty_add_parameter(property, icalparameter_new_tzid(zone));
  add(component, property);
}

static icalcomponent *zone_of(const struct calendar *calendar) {
  icalcomponent *zone = icalcomponent_new_vtimezone();
  add(zone, icalproperty_new_tzid(calendar->zone));
  icalcomponent *standard = icalcomponent_new_xstandard();
  add(standard, icalproperty_new_dtstart(time_of(calendar->onset)));
  add(standard, icalproperty_new_tzoffsetfrom(calendar->offset_from));
  add(standard, icalproperty_new_tzoffsetto(calendar->offset_to));
  add(standard, icalproperty_new_tzname(calendar->zone_name));
  icalcomponent_add_component(zone, standard);
  return zone;
}

static icalcomponent *component_of(const struct event *event) {
  icalcomponent *component = icalcomponent_new_vevent();
  add(component, icalproperty_new_uid(event->uid));
  add(component, icalproperty_new_dtstamp(utc_of(event->stamp)));
  add(component, icalproperty_new_lastmodified(utc_of(event->last_modified)));
  add(component, icalproperty_new_sequence(event->sequence));
  add_zoned(component, icalproperty_new_dtstart(time_of(event->start)), event->start_zone);
  add_zoned(component, icalproperty_new_dtend(time_of(event->end)), event->end_zone);
  add(component, icalproperty_new_summary(event->summary));
  add(component, icalproperty_new_description(event->description));
  char *categories;
  if (asprintf(&categories, "%s,%s", event->categories[0], event->categories[1]) < 0) abort();
  add(component, icalproperty_new_categories(categories));
  free(categories);
  add(component, icalproperty_new_location(event->location));
  add(component, icalproperty_new_status(event->status));
  add(component, icalproperty_new_transp(event->transparency));
  add(component, icalproperty_new_class(event->classification));
  return component;
}

char *calendar_text(const struct calendar *calendar) {
  icalcomponent *component = icalcomponent_new_vcalendar();
  add(component, icalproperty_new_version("2.0"));
  add(component, icalproperty_new_prodid(calendar->product_id));
  add(component, icalproperty_new_calscale("GREGORIAN"));
  add(component, icalproperty_new_name(calendar->name));
  add_extension(component, "X-WR-CALNAME", calendar->name);
  icalcomponent_add_component(component, zone_of(calendar));
  for (size_t index = 0; index < calendar->count; index++)
    icalcomponent_add_component(component, component_of(&calendar->events[index]));
  char *text = icalcomponent_as_ical_string_r(component);
  icalcomponent_free(component);
  return text;
}
