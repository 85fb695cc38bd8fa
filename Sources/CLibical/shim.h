#ifndef LICHSONG_CLIBICAL_SHIM_H
#define LICHSONG_CLIBICAL_SHIM_H

#include <libical/ical.h>
#include <string.h>

#endif
