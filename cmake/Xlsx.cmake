# SPDX-License-Identifier: MIT
# libxlsxwriter is loaded when a workbook is written, not linked: it brings libcrypto along, which
# would cost every start of the program several milliseconds. Its headers are needed to build, and
# the name that the loader knows it by: SLURRYSCREEN_XLSX_SONAME, empty where it was not found.

set(SLURRYSCREEN_XLSX_SONAME "")
if(XLSXWRITER_FOUND)
	find_library(XLSXWRITER_FILE xlsxwriter HINTS ${XLSXWRITER_LIBRARY_DIRS})
	mark_as_advanced(XLSXWRITER_FILE)
	if(XLSXWRITER_FILE AND CMAKE_READELF)
		execute_process(
			COMMAND "${CMAKE_READELF}" -d "${XLSXWRITER_FILE}"
			OUTPUT_VARIABLE dynamic ERROR_QUIET)
		if(dynamic MATCHES "\\(SONAME\\)[^[]*\\[([^]]+)\\]")
			set(SLURRYSCREEN_XLSX_SONAME "${CMAKE_MATCH_1}")
		endif()
	endif()
	if(XLSXWRITER_FILE AND NOT SLURRYSCREEN_XLSX_SONAME)
		get_filename_component(real "${XLSXWRITER_FILE}" REALPATH)
		get_filename_component(SLURRYSCREEN_XLSX_SONAME "${real}" NAME)
	endif()
endif()
