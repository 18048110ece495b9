# SPDX-License-Identifier: MIT
# `cpack -G DEB` makes a Debian package of what is installed, but for the names that GNU screen has
# there; `cpack --config CPackSourceConfig.cmake` (or the target package_source) a source tarball.

set(CPACK_PACKAGE_NAME slurryscreen)
set(CPACK_PACKAGE_VENDOR "The slurryscreen authors")
set(CPACK_PACKAGE_CONTACT "The slurryscreen authors <slurryscreen@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "rank solvents and binders for sulfide solid electrolytes")
set(CPACK_PACKAGE_DESCRIPTION
"Ranks combinations of solvent, binder and sulfide solid electrolyte for casting
the sheets of all-solid-state batteries. A sourced database of materials is
built in; every score says where it comes from and how sure it is.")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)

set(CPACK_COMPONENTS_ALL program library)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libcjson-dev, libcsv-dev") # for programs that link the library
# Loaded on demand, so that no dependency shows it.
if(SLURRYSCREEN_XLSX_SONAME MATCHES "^libxlsxwriter\\.so\\.([0-9]+)$")
	set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libxlsxwriter${CMAKE_MATCH_1}")
endif()

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME "slurryscreen-${PROJECT_VERSION}")
set(CPACK_SOURCE_IGNORE_FILES "/\\\\.git(/|$)" "/build(-[^/]*)?/" "/\\\\.cache/" "~$" "\\\\.swp$")
include(CPack)
