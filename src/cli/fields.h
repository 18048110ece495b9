/* SPDX-License-Identifier: MIT */
/* Fields of plain structs for the commands; see base/fields.h. */
#ifndef SLURRYSCREEN_CLI_FIELDS_H
#define SLURRYSCREEN_CLI_FIELDS_H

#include "base/fields.h"

#endif
