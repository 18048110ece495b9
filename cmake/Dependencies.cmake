# SPDX-License-Identifier: MIT
# The libraries, looked for all at once, so that one message names everything that is missing.

find_package(PkgConfig QUIET)
set(missing "")
if(PKG_CONFIG_FOUND)
	pkg_check_modules(CJSON QUIET IMPORTED_TARGET libcjson>=1.7.15)
	if(NOT CJSON_FOUND)
		list(APPEND missing libcjson-dev)
	endif()
	if(SLURRYSCREEN_TESTS)
		pkg_check_modules(CMOCKA QUIET IMPORTED_TARGET cmocka>=1.1.5)
		if(NOT CMOCKA_FOUND)
			list(APPEND missing libcmocka-dev)
		endif()
	endif()
	if(SLURRYSCREEN_XLSX)
		pkg_check_modules(XLSXWRITER QUIET IMPORTED_TARGET xlsxwriter)
		include(Xlsx) # sets SLURRYSCREEN_XLSX_SONAME
	endif()
else()
	list(APPEND missing pkg-config libcjson-dev)
	if(SLURRYSCREEN_TESTS)
		list(APPEND missing libcmocka-dev)
	endif()
endif()
find_package(LibCsv 3.0.3 QUIET)
if(NOT LibCsv_FOUND)
	list(APPEND missing libcsv-dev)
endif()

if(missing)
	list(JOIN missing " " missing)
	message(FATAL_ERROR
		"Not found: ${missing} (the names are Debian's). On Debian and Ubuntu:\n"
		"    apt-get install ${missing}\n"
		"Elsewhere: cJSON 1.7.15 or later, libcsv 3.0.3 or later, and for the tests cmocka "
		"1.1.5 or later, with their headers, and pkg-config.")
endif()
