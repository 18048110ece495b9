# SPDX-License-Identifier: MIT
# `slurryscreen` always; everything that is called `screen` (a link to it, its man page and
# completions) is the component `shortname`, which SLURRYSCREEN_INSTALL_SCREEN=OFF leaves out, as
# the Debian package does: GNU screen has these names there.
#
# Man pages are what the program itself prints; completions ask it when they run.

include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/slurryscreen")
set(staged "${PROJECT_BINARY_DIR}/install")

# ---- the program ----

install(PROGRAMS $<TARGET_FILE:screen>
	DESTINATION "${CMAKE_INSTALL_BINDIR}" RENAME slurryscreen COMPONENT program)

set(man_pages "")
foreach(page IN ITEMS slurryscreen.1 slurryscreen-data.5 slurryscreen-model.5)
	string(REGEX REPLACE ".*\\." "" section "${page}")
	add_custom_command(
		OUTPUT "${staged}/${page}"
		COMMAND ${CMAKE_COMMAND} -E make_directory "${staged}"
		COMMAND screen docs "${page}" --output "${staged}/${page}"
		DEPENDS screen
		COMMENT "Man page ${page}"
		VERBATIM)
	list(APPEND man_pages "${staged}/${page}")
	install(FILES "${staged}/${page}"
		DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}" COMPONENT program)
endforeach()
add_custom_target(slurryscreen_man ALL DEPENDS ${man_pages})

# What bash, zsh and fish look for, each its own way.
function(install_completions NAME component)
	string(MAKE_C_IDENTIFIER "${NAME}" FUNCTION)
	set(share "${CMAKE_INSTALL_DATAROOTDIR}")
	set(bash_file "${share}/bash-completion/completions/${NAME}")
	set(zsh_file "${share}/zsh/site-functions/_${NAME}")
	set(fish_file "${share}/fish/vendor_completions.d/${NAME}.fish")
	foreach(shell IN ITEMS bash zsh fish)
		configure_file("share/completions/${shell}.in" "${staged}/${NAME}.${shell}" @ONLY)
		get_filename_component(folder "${${shell}_file}" DIRECTORY)
		get_filename_component(file "${${shell}_file}" NAME)
		install(FILES "${staged}/${NAME}.${shell}"
			DESTINATION "${folder}" RENAME "${file}" COMPONENT ${component})
	endforeach()
endfunction()
install_completions(slurryscreen program)

if(SLURRYSCREEN_INSTALL_SCREEN)
	file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/links")
	file(CREATE_LINK slurryscreen "${PROJECT_BINARY_DIR}/links/screen" SYMBOLIC)
	install(FILES "${PROJECT_BINARY_DIR}/links/screen"
		DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT shortname)
	file(WRITE "${staged}/screen.1" ".so man1/slurryscreen.1\n")
	install(FILES "${staged}/screen.1"
		DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT shortname)
	install_completions(screen shortname)
endif()

# Laid out as in the source tree, so that the links between the pages hold.
install(FILES README.md CHANGELOG.md CITATION.cff
	DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
install(DIRECTORY docs examples
	DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program
	FILES_MATCHING PATTERN "*.md" PATTERN "*.svg" PATTERN "*.c")
file(RELATIVE_PATH data_from_doc "/${CMAKE_INSTALL_DOCDIR}"
	"/${CMAKE_INSTALL_DATADIR}/slurryscreen/data")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/links")
file(CREATE_LINK "${data_from_doc}" "${PROJECT_BINARY_DIR}/links/data" SYMBOLIC)
install(FILES "${PROJECT_BINARY_DIR}/links/data"
	DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
# Models are what people copy and change; tables are what --data takes.
install(DIRECTORY data
	DESTINATION "${CMAKE_INSTALL_DATADIR}/slurryscreen" COMPONENT program
	FILES_MATCHING PATTERN "*.csv" PATTERN "*.json")

# ---- the library ----

install(TARGETS slurryscreen
	EXPORT slurryscreen ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library)
install(DIRECTORY include/slurryscreen
	DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT library FILES_MATCHING PATTERN "*.h")

install(EXPORT slurryscreen
	NAMESPACE slurryscreen:: FILE slurryscreenTargets.cmake
	DESTINATION "${package_dir}" COMPONENT library)
configure_package_config_file(cmake/slurryscreenConfig.cmake.in
	"${staged}/slurryscreenConfig.cmake" INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a new minor version may change the interface.
write_basic_package_version_file("${staged}/slurryscreenConfigVersion.cmake"
	COMPATIBILITY SameMinorVersion)
install(FILES "${staged}/slurryscreenConfig.cmake" "${staged}/slurryscreenConfigVersion.cmake"
	cmake/FindLibCsv.cmake
	DESTINATION "${package_dir}" COMPONENT library)

# The file finds its prefix by where it lies itself, so a tree that was moved still works.
file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" pkgconfig_prefix "\${pcfiledir}/${up}")
set(pkgconfig_dl "")
if(SLURRYSCREEN_XLSX_SONAME AND CMAKE_DL_LIBS)
	set(pkgconfig_dl " -l${CMAKE_DL_LIBS}")
endif()
configure_file(cmake/slurryscreen.pc.in "${staged}/slurryscreen.pc" @ONLY)
install(FILES "${staged}/slurryscreen.pc"
	DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT library)
