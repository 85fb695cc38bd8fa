#include "records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_AT_MOST = 15 };

void fail(const char *reason) {
  fprintf(stderr, "libical-times: %s\n", reason);
  exit(EXIT_FAILURE);
}

char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) fail(path);
  long size = ftell(file);
  char *text = malloc((size_t)size + 1);
  rewind(file);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) fail(path);
  text[size] = 0;
  fclose(file);
  return text;
}

static struct moment moment_of(const char *text) {
  struct moment moment;
  if (sscanf(text, "%d-%d-%dT%d:%d:%d", &moment.year, &moment.month, &moment.day, &moment.hour,
             &moment.minute, &moment.second) != 6)
    fail(text);
  return moment;
}

struct event *append_event(struct calendar *calendar) {
  if (calendar->count == calendar->capacity) {
    calendar->capacity = calendar->capacity ? 2 * calendar->capacity : 64;
    calendar->events = realloc(calendar->events, calendar->capacity * sizeof *calendar->events);
    if (!calendar->events) fail("there is no memory for the events");
  }
  struct event *event = &calendar->events[calendar->count++];
  memset(event, 0, sizeof *event);
  return event;
}

static void take_head(struct calendar *calendar, char **fields) {
  calendar->product_id = strdup(fields[0]);
  calendar->name = strdup(fields[1]);
  calendar->zone = strdup(fields[2]);
  calendar->onset = moment_of(fields[3]);
  calendar->offset_from = atoi(fields[4]);
  calendar->offset_to = atoi(fields[5]);
  calendar->zone_name = strdup(fields[6]);
}

static void take_event(struct event *event, char **fields) {
  event->uid = strdup(fields[0]);
  event->stamp = moment_of(fields[1]);
  event->last_modified = moment_of(fields[2]);
  event->sequence = atoi(fields[3]);
  event->start = moment_of(fields[4]);
  event->end = moment_of(fields[5]);
  event->start_zone = strdup(fields[6]);
  event->end_zone = strdup(fields[6]);
  event->summary = strdup(fields[7]);
  event->description = strdup(fields[8]);
  event->categories[0] = strdup(fields[9]);
  event->categories[1] = strdup(fields[10]);
  event->location = strdup(fields[11]);
  event->status = icalproperty_string_to_status(fields[12]);
  event->transparency = strcmp(fields[13], "OPAQUE") ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE;
  event->classification =
      strcmp(fields[14], "PUBLIC") ? ICAL_CLASS_CONFIDENTIAL : ICAL_CLASS_PUBLIC;
}

struct calendar calendar_of_records(char *text) {
  struct calendar calendar = {0};
  char *record_rest = NULL;
  for (char *record = strtok_r(text, "\x1e", &record_rest); record;
       record = strtok_r(NULL, "\x1e", &record_rest)) {
    char *fields[FIELDS_AT_MOST];
    int count = 0;
    for (char *field = record; field && count < FIELDS_AT_MOST;) {
      fields[count++] = field;
      field = strchr(field, '\x1f');
      if (field) *field++ = 0;
    }
    if (count == FIELDS_AT_MOST)
      take_event(append_event(&calendar), fields);
    else
      take_head(&calendar, fields);
  }
  return calendar;
}

static void put_text(FILE *file, const char *text) { fprintf(file, "%s\x1f", text ? text : ""); }

static void put_moment(FILE *file, struct moment moment) {
  fprintf(file, "%04d-%02d-%02dT%02d:%02d:%02d\x1f", moment.year, moment.month, moment.day,
          moment.hour, moment.minute, moment.second);
}

static void put_event(FILE *file, const struct event *event) {
  put_text(file, event->uid);
  put_moment(file, event->stamp);
  put_moment(file, event->last_modified);
  fprintf(file, "%d\x1f", event->sequence);
  put_moment(file, event->start);
  put_moment(file, event->end);
  put_text(file, event->start_zone);
  put_text(file, event->summary);
  put_text(file, event->description);
  put_text(file, event->categories[0]);
  put_text(file, event->categories[1]);
  put_text(file, event->location);
  put_text(file, icalproperty_status_to_string(event->status));
  put_text(file, icalproperty_enum_to_string((int)event->transparency));
  fprintf(file, "%s\x1e", icalproperty_enum_to_string((int)event->classification));
}

void write_records(const struct calendar *calendar, const char *path) {
  FILE *file = fopen(path, "wb");
  if (!file) fail(path);
  put_text(file, calendar->product_id);
  put_text(file, calendar->name);
  put_text(file, calendar->zone);
  put_moment(file, calendar->onset);
  fprintf(file, "%d\x1f%d\x1f%s\x1e", calendar->offset_from, calendar->offset_to,
          calendar->zone_name);
  for (size_t index = 0; index < calendar->count; index++) put_event(file, &calendar->events[index]);
  if (fclose(file)) fail(path);
}
