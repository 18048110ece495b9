# SPDX-License-Identifier: MIT
# The language, warnings and sanitizers of every target.

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# A mistake in the program is an assertion, also where users are: CMake's release flags must not
# switch assertions off.
foreach(config IN ITEMS RELEASE RELWITHDEBINFO MINSIZEREL)
	string(REGEX REPLACE "[-/]DNDEBUG" "" CMAKE_C_FLAGS_${config} "${CMAKE_C_FLAGS_${config}}")
endforeach()

set(slurryscreen_warnings
	-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes
	-Wmissing-prototypes -Wvla -Wformat=2 -Wundef -Wcast-qual -Wwrite-strings -Wswitch-enum
	-Wdouble-promotion -Wnull-dereference)

# Sanitizers and coverage for the fuzzer concern everything that is compiled and linked here.
if(SLURRYSCREEN_SANITIZE)
	set(sanitize -fsanitize=${SLURRYSCREEN_SANITIZE} -fno-sanitize-recover=all)
	add_compile_options(${sanitize} -fno-omit-frame-pointer)
	add_link_options(${sanitize})
endif()
if(SLURRYSCREEN_FUZZ)
	if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
		message(FATAL_ERROR "SLURRYSCREEN_FUZZ needs clang: libFuzzer is a part of it")
	endif()
	# The library needs it as well: without it libFuzzer sees no coverage there.
	add_compile_options(-fsanitize=fuzzer-no-link)
endif()

function(slurryscreen_flags target)
	# The same bytes from every compiler: no fused multiply-add where the source has two steps.
	target_compile_options(${target} PRIVATE
		$<$<COMPILE_LANGUAGE:C>:${slurryscreen_warnings} -ffp-contract=off>
		$<$<AND:$<COMPILE_LANGUAGE:C>,$<BOOL:${SLURRYSCREEN_WERROR}>>:-Werror>)
	# POSIX names (fileno, mkstemp, ...) are hidden by strict C11.
	target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L)
endfunction()

# What others link must hold code, not only the notes of this compiler's optimiser: both where the
# compiler can write both, else code alone.
function(slurryscreen_plain_objects target)
	if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
		target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C>:-ffat-lto-objects>)
	else()
		set_target_properties(${target} PROPERTIES INTERPROCEDURAL_OPTIMIZATION OFF)
	endif()
endfunction()
