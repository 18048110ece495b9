/* SPDX-License-Identifier: MIT */
#include "model/builtin.h"

#include <assert.h>
#include <string.h>

#include "image_text.h"

struct text_file {
	const char *path; /* in data/ */
	const char *start;
	const char *end; /* at the NUL */
};

#define FILE_ROW(path, name) {path, image_text_##name, image_text_##name##_end},
static const struct text_file text_files[] = {IMAGE_TEXTS(FILE_ROW)};
static const size_t text_file_count = sizeof text_files / sizeof *text_files;

#define MODEL_PREFIX "models/"
#define MODEL_SUFFIX ".json"

static bool is_model(const struct text_file *file)
{
	return str_starts(str_from(file->path), MODEL_PREFIX);
}

/* The path without folder and ending. */
static struct str model_name(const struct text_file *file)
{
	const struct str path = str_from(file->path);

	return str_part(path, strlen(MODEL_PREFIX),
			path.length - strlen(MODEL_PREFIX) - strlen(MODEL_SUFFIX));
}

static struct source source_of(const struct text_file *file)
{
	const struct str text = {file->start, (size_t)(file->end - file->start)};

	return source_from_text(file->path, text);
}

bool builtin_file_find(const char *path, struct source *source)
{
	for (size_t i = 0; i < text_file_count; i++)
		if (strcmp(text_files[i].path, path) == 0) {
			*source = source_of(&text_files[i]);
			return true;
		}
	return false;
}

size_t builtin_model_count(void)
{
	size_t count = 0;

	for (size_t i = 0; i < text_file_count; i++)
		count += is_model(&text_files[i]);
	return count;
}

struct builtin_model builtin_model_at(size_t index)
{
	size_t i = 0;

	assert(index < builtin_model_count());
	while (!is_model(&text_files[i]) || index-- > 0)
		i++;
	return (struct builtin_model){model_name(&text_files[i]), source_of(&text_files[i])};
}

bool builtin_model_find(struct str name, struct builtin_model *model)
{
	for (size_t i = 0; i < builtin_model_count(); i++) {
		*model = builtin_model_at(i);
		if (str_equal(model->name, name))
			return true;
	}
	return false;
}
