/* SPDX-License-Identifier: MIT */
/* Who is told now and then how far a long piece of work is. The work knows no clock. */
#ifndef SLURRYSCREEN_BASE_WATCHER_H
#define SLURRYSCREEN_BASE_WATCHER_H

#include <stddef.h>

struct watcher {
	/* NULL: nobody. Done and total may start anew with another stretch of the work. */
	void (*tell)(void *context, size_t done, size_t total);
	void *context;
};

static inline void watcher_tell(const struct watcher *watcher, size_t done, size_t total)
{
	if (watcher->tell)
		watcher->tell(watcher->context, done, total);
}

#endif
