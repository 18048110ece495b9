# SPDX-License-Identifier: MIT
# `slurryscreen` always; `screen`, a link to it, unless SLURRYSCREEN_INSTALL_SCREEN is off.

install(PROGRAMS $<TARGET_FILE:screen>
	DESTINATION "${CMAKE_INSTALL_BINDIR}" RENAME slurryscreen)
if(SLURRYSCREEN_INSTALL_SCREEN)
	file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/links")
	file(CREATE_LINK slurryscreen "${PROJECT_BINARY_DIR}/links/screen" SYMBOLIC)
	install(FILES "${PROJECT_BINARY_DIR}/links/screen" DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(TARGETS slurryscreen ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(DIRECTORY include/slurryscreen
	DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.h")
