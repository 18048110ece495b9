# SPDX-License-Identifier: MIT
# `cpack -G DEB` makes a Debian package of what is installed, but for the names that GNU screen has
# there; `cpack --config CPackSourceConfig.cmake` (or the target package_source) a source tarball.

set(CPACK_PACKAGE_NAME slurryscreen)
set(CPACK_PACKAGE_VENDOR "The slurryscreen authors")
set(CPACK_PACKAGE_CONTACT "The slurryscreen authors <slurryscreen@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "rank solvents and binders for sulfide solid electrolytes")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)

# Two packages: the program, and the library for those who build with it.
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/Debian.cmake")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Ranks combinations of solvent, binder and sulfide solid electrolyte for casting
the sheets of all-solid-state batteries. A sourced database of materials is
built in; every score says where it comes from and how sure it is.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME slurryscreen)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# Loaded on demand, so that no dependency shows it.
if(SLURRYSCREEN_XLSX_SONAME MATCHES "^libxlsxwriter\\.so\\.([0-9]+)$")
	set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "libxlsxwriter${CMAKE_MATCH_1}")
endif()

set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
"Static library and header of slurryscreen, which ranks solvents and binders for
sulfide solid electrolytes, with files for pkg-config and CMake.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libslurryscreen-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libcjson-dev (>= 1.7.15), libcsv-dev")

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME "slurryscreen-${PROJECT_VERSION}")
set(CPACK_SOURCE_IGNORE_FILES "/\\\\.git(/|$)" "/build(-[^/]*)?/" "/\\\\.cache/" "~$" "\\\\.swp$")
include(CPack)
