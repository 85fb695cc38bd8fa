// libical-times write RECORDS CALENDAR
// libical-times read CALENDAR RECORDS
//
// Does one of the two once, and prints its seconds and those that the processor was at work. Files
// are read and written outside of these times.

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "reading.h"
#include "records.h"
#include "writing.h"

static struct timespec begin;
static clock_t processor_begin;

static void start_stopwatch(void) {
  clock_gettime(CLOCK_MONOTONIC, &begin);
  processor_begin = clock();
}

static void report_stopwatch(void) {
  struct timespec end;
  double processor = (double)(clock() - processor_begin) / CLOCKS_PER_SEC;
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (double)(end.tv_sec - begin.tv_sec) + 1e-9 * (double)(end.tv_nsec - begin.tv_nsec);
  printf("%.6f %.6f\n", seconds, processor);
}

static void write_calendar(const char *source, const char *target) {
  char *records = read_file(source);
  struct calendar calendar = calendar_of_records(records);
  start_stopwatch();
  char *text = calendar_text(&calendar);
  report_stopwatch();
  FILE *file = fopen(target, "wb");
  if (!file || fputs(text, file) == EOF || fclose(file)) fail(target);
}

static void read_calendar(const char *source, const char *target) {
  char *text = read_file(source);
  start_stopwatch();
  struct calendar calendar = calendar_of_text(text);
  report_stopwatch();
  write_records(&calendar, target);
}

int main(int count, char **arguments) {
  if (count == 4 && !strcmp(arguments[1], "write"))
    write_calendar(arguments[2], arguments[3]);
  else if (count == 4 && !strcmp(arguments[1], "read"))
    read_calendar(arguments[2], arguments[3]);
  else
    fail("usage: libical-times (write RECORDS CALENDAR | read CALENDAR RECORDS)");
  return 0;
}
