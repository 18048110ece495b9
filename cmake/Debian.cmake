# SPDX-License-Identifier: MIT
# Run by cpack between staging and packing: what Debian's policy wants beside the installed files.
# CPACK_TEMPORARY_DIRECTORY holds a folder for each component.

if(NOT CPACK_GENERATOR STREQUAL "DEB")
	return()
endif()
find_program(GZIP gzip)
find_program(STRIP strip)
get_filename_component(source "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC) # SOURCE_DATE_EPOCH, if it is set

function(add_papers root package)
	set(folder "${root}/usr/share/doc/${package}")
	file(READ "${source}/LICENSE" licence)
	file(WRITE "${folder}/copyright" "${licence}")
	file(WRITE "${folder}/changelog"
		"${package} (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
		"  * See CHANGELOG.md of the program.\n\n -- ${CPACK_PACKAGE_CONTACT}  ${now}\n")
	execute_process(COMMAND "${GZIP}" -9nf "${folder}/changelog" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(program "${CPACK_TEMPORARY_DIRECTORY}/program")
add_papers("${program}" slurryscreen)
add_papers("${CPACK_TEMPORARY_DIRECTORY}/library" libslurryscreen-dev)
file(GLOB pages "${program}/usr/share/man/man*/*.[0-9]")
execute_process(COMMAND "${GZIP}" -9nf ${pages} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${STRIP}" --strip-unneeded --remove-section=.comment
	"${program}/usr/bin/slurryscreen" COMMAND_ERROR_IS_FATAL ANY)
file(GLOB archives "${CPACK_TEMPORARY_DIRECTORY}/library/usr/lib/*/*.a")
execute_process(
	COMMAND "${STRIP}" --strip-debug --enable-deterministic-archives --wildcard
		--remove-section=.gnu.lto_* --remove-section=.gnu.debuglto_* ${archives}
	COMMAND_ERROR_IS_FATAL ANY)
