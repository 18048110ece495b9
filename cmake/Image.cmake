# SPDX-License-Identifier: MIT
# data/ as a part of the program. Three generated files, all in the build folder:
#
#   image_text.S   the text of every data file, see Embed.cmake
#   image_text.h   declares them: data/values.csv is image_text_values_csv, the model slurry is
#                  image_text_models_slurry_json; all of them in IMAGE_TEXTS(X)
#   image.c        the database as constant arrays, written by a program, tools/image.c:
#                  `slurryscreen_image DATA_FOLDER OUTPUT`. It defines db_builtin(), so nothing that
#                  the tool links (base, read, data) may call db_builtin().
#
# The tool runs with the build's sanitizers; a database with errors stops the build.

file(GLOB image_files CONFIGURE_DEPENDS
	RELATIVE "${PROJECT_SOURCE_DIR}/data" data/*.csv data/models/*.json)

set(image_sources "")
slurryscreen_embed(image_sources image_text IMAGE_TEXTS "${PROJECT_SOURCE_DIR}/data" ${image_files})
list(TRANSFORM image_files PREPEND "${PROJECT_SOURCE_DIR}/data/" OUTPUT_VARIABLE image_depends)

add_executable(slurryscreen_image tools/image.c)
target_link_libraries(slurryscreen_image PRIVATE slurryscreen_core)
slurryscreen_flags(slurryscreen_image)

add_custom_command(
	OUTPUT "${generated}/image.c"
	COMMAND slurryscreen_image "${PROJECT_SOURCE_DIR}/data" "${generated}/image.c"
	DEPENDS slurryscreen_image ${image_depends}
	COMMENT "Folding data/ into the program"
	VERBATIM)
list(APPEND image_sources "${generated}/image.c")
