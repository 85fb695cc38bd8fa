// The file of records, from which all programs write a calendar and to which they put what they have
// read: see generate.py. Here they are plain structures, which own their texts.

#ifndef RECORDS_H
#define RECORDS_H

#include <libical/ical.h>
#include <stddef.h>

// A date and a time on some clock.
struct moment {
  int year, month, day, hour, minute, second;
};

// An event, as the library LichSong has it: texts, numbers, and enumerations for what is one of a few.
struct event {
  char *uid;
  struct moment stamp, last_modified;
  int sequence;
  struct moment start, end;
  char *start_zone, *end_zone;
  char *summary, *description, *categories[2], *location;
  icalproperty_status status;
  icalproperty_transp transparency;
  icalproperty_class classification;
};

// A calendar with one zone of one offset.
struct calendar {
  char *product_id, *name, *zone, *zone_name;
  struct moment onset;
  int offset_from, offset_to;
  struct event *events;
  size_t count, capacity;
};

// The whole of a file, with a zero behind it.
char *read_file(const char *path);

// Reads a calendar from the text of records, which it changes.
struct calendar calendar_of_records(char *text);

// Makes room for one more event, and gives it, empty.
struct event *append_event(struct calendar *calendar);

// Writes the records of a calendar to a file.
void write_records(const struct calendar *calendar, const char *path);

// Ends the program.
_Noreturn void fail(const char *reason);

#endif
