#ifndef READING_H
#define READING_H

#include "records.h"

// Reads a calendar with libical's own calls, and checks nothing.
struct calendar calendar_of_text(const char *text);

#endif
