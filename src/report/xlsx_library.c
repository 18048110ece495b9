/* SPDX-License-Identifier: MIT */
#include "report/xlsx_library.h"

#include <dlfcn.h>
#include <string.h>

#include "report/formats.h"

/* A pointer to a function comes as one to data, which only POSIX knows to be the same. */
static bool find_call(void *handle, const char *name, void *call, size_t size)
{
	void *const symbol = dlsym(handle, name);

	memcpy(call, &symbol, size);
	return symbol != NULL;
}

bool xlsx_library_open(struct xlsx_library *library)
{
	bool complete = true;

	*library = (struct xlsx_library){.handle = dlopen(SLURRYSCREEN_XLSX_SONAME, RTLD_LAZY)};
	if (!library->handle)
		return false;
#define XLSX_FIND(name)                                                                            \
	complete &= find_call(library->handle, #name, &library->name, sizeof library->name);
	XLSX_CALLS(XLSX_FIND)
#undef XLSX_FIND
	if (!complete)
		xlsx_library_close(library);
	return complete;
}

void xlsx_library_close(struct xlsx_library *library)
{
	if (library->handle)
		(void)dlclose(library->handle);
	library->handle = NULL;
}

const char *xlsx_lack(void)
{
	struct xlsx_library library;

	if (!xlsx_library_open(&library))
		return "libxlsxwriter (" SLURRYSCREEN_XLSX_SONAME ") is not installed here";
	xlsx_library_close(&library);
	return NULL;
}
