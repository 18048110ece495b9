/* SPDX-License-Identifier: MIT */
/*
 * The database and the model of an unfinished command line: what its --add, --data, --model and
 * --route say. What cannot be read, or would take too long, is as if it were not said.
 */
#include <sys/stat.h>

#include "cli/complete.h"
#include "data/load.h"
#include "model/builtin.h"

/* Read in some hundredths of a second; nobody waits longer for a tabulator. */
enum { BYTES_MAX = 2000000 };

/* Of a file or a data folder; SIZE_MAX of what cannot be read at once, such as a pipe. */
static size_t bytes_at(struct completing *completing, struct str path)
{
	struct text member;
	struct stat what;
	size_t bytes = 0;

	if (stat(path.at, &what) != 0)
		return SIZE_MAX;
	if (S_ISREG(what.st_mode))
		return (size_t)what.st_size;
	for (size_t i = 0; S_ISDIR(what.st_mode) && data_folder_files[i]; i++) {
		struct stat file;

		text_init(&member, session_scratch(completing->cli->session));
		text_addf(&member, STR_FORMAT "/%s", STR_ARGS(path), data_folder_files[i]);
		if (stat(member.at, &file) != 0)
			continue;
		if (!S_ISREG(file.st_mode))
			return SIZE_MAX;
		bytes += (size_t)file.st_size;
	}
	return S_ISDIR(what.st_mode) ? bytes : SIZE_MAX;
}

/* Whether it may be read as well. */
static bool is_short(struct completing *completing, struct str path)
{
	const size_t bytes = bytes_at(completing, path);

	if (bytes > BYTES_MAX - completing->bytes)
		return false;
	completing->bytes += bytes;
	return true;
}

/* A failure is not told: what is left of the line still completes. */
static void use(struct completing *completing, const struct said_value *said)
{
	struct session *session = completing->cli->session;
	struct builtin_model model;
	struct source source;

	if (said->option == OPTION_DECIMAL_COMMA)
		session_use_decimal_comma(session, true);
	else if (said->option == OPTION_ROUTE || said->option == OPTION_MODEL) {
		if (builtin_model_find(said->value, &model) || is_short(completing, said->value))
			(void)session_use_model(session, said->value.at);
	} else if (!is_short(completing, said->value))
		return;
	else if (said->option == OPTION_DATA)
		(void)session_use_data(session, said->value.at);
	else if (said->option == OPTION_ADD &&
		 session_read_file(session, said->value.at, &source) == SESSION_OK)
		session_add_source(session, source);
}

static void prepare(struct completing *completing)
{
	struct session *session = completing->cli->session;

	if (completing->prepared)
		return;
	completing->prepared = true;
	for (size_t i = 0; i < completing->said_count; i++)
		use(completing, &completing->said[i]);
	(void)session_prepare(session);
	if (session_model(session))
		return;
	(void)session_use_model(session, BUILTIN_MODEL_DEFAULT);
	(void)session_prepare(session);
}

const struct db *complete_db(struct completing *completing)
{
	const struct db *db;
	size_t materials = 0;

	prepare(completing);
	db = session_db(completing->cli->session);
	for (int table = 0; table < TABLE_CLASSES; table++)
		materials += db->tables[table].count;
	return materials > 0 ? db : db_builtin();
}

const struct model *complete_model(struct completing *completing)
{
	prepare(completing);
	return session_model(completing->cli->session);
}
