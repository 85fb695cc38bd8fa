#ifndef LICHSONG_CQRENCODE_SHIM_H
#define LICHSONG_CQRENCODE_SHIM_H

#include <qrencode.h>

#endif
