# SPDX-License-Identifier: MIT
# libcsv brings neither a pkg-config file nor a CMake package. Defines LibCsv::LibCsv; the version
# is the header's (the shared library of 3.0.3 calls itself 3.0.2).

find_path(LibCsv_INCLUDE_DIR csv.h)
find_library(LibCsv_LIBRARY csv)
mark_as_advanced(LibCsv_INCLUDE_DIR LibCsv_LIBRARY)

if(LibCsv_INCLUDE_DIR)
	set(LibCsv_VERSION "")
	foreach(part IN ITEMS MAJOR MINOR RELEASE)
		file(STRINGS "${LibCsv_INCLUDE_DIR}/csv.h" line REGEX "^#define CSV_${part} [0-9]+")
		string(REGEX MATCH "[0-9]+" number "${line}")
		list(APPEND LibCsv_VERSION "${number}")
	endforeach()
	list(JOIN LibCsv_VERSION "." LibCsv_VERSION)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibCsv
	REQUIRED_VARS LibCsv_LIBRARY LibCsv_INCLUDE_DIR
	VERSION_VAR LibCsv_VERSION)

if(LibCsv_FOUND AND NOT TARGET LibCsv::LibCsv)
	add_library(LibCsv::LibCsv UNKNOWN IMPORTED)
	set_target_properties(LibCsv::LibCsv PROPERTIES
		IMPORTED_LOCATION "${LibCsv_LIBRARY}"
		INTERFACE_INCLUDE_DIRECTORIES "${LibCsv_INCLUDE_DIR}")
endif()
