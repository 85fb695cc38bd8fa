#ifndef WRITING_H
#define WRITING_H

#include "records.h"

// Writes a calendar with libical's own calls; the text belongs to the caller.
char *calendar_text(const struct calendar *calendar);

#endif
