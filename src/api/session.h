/* SPDX-License-Identifier: MIT */
/*
 * A session: everything that the command line and the public library keep while they work. It owns
 * two arenas (one as long as the session, one scratch that each operation clears), the diagnostics,
 * the database and the model. It never exits, reads no environment, and prints nothing.
 *
 * All work happens inside session_run(), the one place that catches a failed allocation. What
 * fails is said in one sentence by session_fail(); what is wrong with the input is in the sink.
 */
#ifndef SLURRYSCREEN_API_SESSION_H
#define SLURRYSCREEN_API_SESSION_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/db.h"
#include "data/lookup.h"
#include "model/model.h"

enum session_status {
	SESSION_OK,
	SESSION_INPUT,     /* the input has errors; done as far as possible */
	SESSION_USAGE,     /* not done: an unknown name, a value that is not allowed */
	SESSION_FAILED,    /* not done: a file or the output failed */
	SESSION_NO_MEMORY, /* not done */
};

struct session;

/* system NULL: arena_system_malloc. NULL when there is no memory. */
struct session *session_open(const struct arena_system *system);
/* NULL is allowed. Everything that came from the session ends with it. */
void session_close(struct session *session);

/* ---- running ---- */

typedef enum session_status session_work(struct session *session, void *context);

/*
 * Calls work once. A failed allocation anywhere below ends it with SESSION_NO_MEMORY; the session
 * stays usable. The scratch arena is cleared afterwards, and the problem of an earlier run before.
 * Runs do not nest.
 */
enum session_status session_run(struct session *session, session_work *work, void *context);

/* A further arena that shall fail to the same place while this run lasts. */
void session_guard_arena(struct session *session, struct arena *arena);

struct arena *session_arena(struct session *session);
struct arena *session_scratch(struct session *session);
struct diag_sink *session_sink(struct session *session);

/* ---- what went wrong, for people; inside a run ---- */

/* Notes the sentence and returns status, to be returned on. */
enum session_status session_fail(struct session *session, enum session_status status,
				 const char *format, ...) STR_PRINTF(3, 4);
/* Adds a line of advice to it: "did you mean ...". */
void session_advise(struct session *session, const char *format, ...) STR_PRINTF(2, 3);

/* As last noted, until the next run; control characters are not escaped. Empty if nothing. */
struct str session_problem(const struct session *session);
/* Lines, each ended by LF. */
struct str session_advice(const struct session *session);

/* ---- inputs; inside a run. They take effect with session_prepare(). ---- */

/* The whole file; kept as long as the session. */
enum session_status session_read_file(struct session *session, const char *path,
				      struct source *source);
enum session_status session_read_stream(struct session *session, const char *name, FILE *stream,
					struct source *source);

/* Instead of the built-in database: a folder as data_folder_files, or one whole-database file. */
enum session_status session_use_data(struct session *session, const char *path);
/* Laid over the database, in the order of the calls. */
void session_add_source(struct session *session, struct source source);
/* The name of a built-in model, or a file. Weights set before are forgotten. */
enum session_status session_use_model(struct session *session, const char *name_or_path);
/* Bytes of the data files that the next session_prepare() reads. */
size_t session_input_bytes(const struct session *session);
/* Added files have ';' between cells and decimal commas. */
void session_use_decimal_comma(struct session *session, bool decimal_comma);

/* A criterion's weight, set or multiplied. Names are checked by session_prepare(). */
struct session_weight {
	struct str criterion;
	double number; /* 0 or more; the weight that it makes is at most MODEL_WEIGHT_MAX */
	bool multiply;
};
/* What was asked for the criterion before is forgotten, unless this one multiplies. */
void session_set_weight(struct session *session, struct session_weight weight);

/*
 * Loads database and model anew from the inputs, if they have changed. SESSION_INPUT: there are
 * errors in the sink; without a usable model session_model() is NULL.
 */
enum session_status session_prepare(struct session *session);

/*
 * Sets a weight (that does not multiply) and prepares; one that is refused is not kept, and what
 * was set for the criterion before stays.
 */
enum session_status session_weigh(struct session *session, struct session_weight weight);

/* The inputs as options of the program: " --add my.csv --weight drying=0.3". */
void session_add_options(const struct session *session, struct text *line);

const struct db *session_db(const struct session *session);
const struct model *session_model(const struct session *session);

/*
 * The built-in models, one a route, in the order of their names; the session's own in place of that
 * of its route. Inside a run, after session_prepare().
 */
size_t session_route_models(struct session *session, const struct model *const **models);

/* ---- names; inside a run, after session_prepare() ---- */

enum { SESSION_ALL_TABLES = (1U << TABLE_COUNT) - 1 };

/* A list of names among tables (bits); unknown and ambiguous ones are SESSION_USAGE. */
enum session_status session_find(struct session *session, unsigned tables, struct str names,
				 struct material_ref const **found, size_t *count);
/* One name. */
enum session_status session_find_one(struct session *session, unsigned tables, struct str name,
				     struct material_ref *found);
/*
 * A list of solvents and of blends such as dibromomethane:hexyl-butyrate=80:20, or 80:20wt%,
 * between commas. Behind fractions a comma begins the next solvent; in front of them names are
 * the longest.
 */
enum session_status session_find_liquids(struct session *session, struct str names,
					 struct mixture const **found, size_t *count);

#endif
