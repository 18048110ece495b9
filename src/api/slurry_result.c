/* SPDX-License-Identifier: MIT */
/* The public library: results. */
#include <assert.h>
#include <math.h>

#include "api/slurry_parts.h"
#include "base/shell.h"
#include "engine/rank_parts.h"
#include "engine/rank_record.h"
#include "report/format.h"
#include "version.h"

/* ---- screening ---- */

struct screening {
	struct slurry *slurry;
	const char *se;
	const char *binder;
	const char *solvent;
	struct slurry_result *result; /* in the making */
};

/* The rows of the names; NULL: all of the table. */
static enum session_status find_rows(struct session *session, enum table_id table,
				     const char *names, struct arena *arena, uint32_t const **rows,
				     size_t *count)
{
	const size_t all = session_db(session)->tables[table].count;
	const struct material_ref *found = NULL;
	uint32_t *made;

	*count = all;
	if (names) {
		const enum session_status status =
		    session_find(session, 1U << table, str_from(names), &found, count);

		if (status != SESSION_OK)
			return status;
	}
	made = ARENA_NEW(arena, *count, uint32_t);
	for (size_t i = 0; i < *count; i++)
		made[i] = found ? found[i].row : (uint32_t)i;
	*rows = made;
	return SESSION_OK;
}

static enum session_status find_names(struct session *session, const struct screening *screening)
{
	struct slurry_result *result = screening->result;
	struct rank_request *request = &result->request;
	enum session_status status = find_rows(session, TABLE_ELECTROLYTES, screening->se,
					       &result->arena, &request->ses, &request->se_count);

	if (status == SESSION_OK)
		status = find_rows(session, TABLE_BINDERS, screening->binder, &result->arena,
				   &request->binders, &request->binder_count);
	if (status == SESSION_OK && screening->solvent)
		status = session_find_liquids(session, str_from(screening->solvent),
					      &request->solvents, &request->solvent_count);
	return status;
}

/* A terminated copy. */
static const char *material_id(struct slurry_result *result, enum role role, uint32_t row)
{
	const struct db *db = result->evaluator.db;

	if (row == DB_NO_ROW)
		return "";
	return str_copy(&result->arena, db->tables[role_table(role)].materials[row].id).at;
}

static void fill_row(struct slurry_result *result, size_t i)
{
	const struct ranking_row *row = &result->ranking->rows[i];
	const struct combo *combo = &row->evaluation->combo;
	const struct material *liquid =
	    rank_liquid(result->evaluator.db, &combo->solvent, &result->arena);
	const struct str verdict = evaluation_verdict(result->evaluator.model, row->evaluation);

	result->rows[i] = (struct result_row){
	    .row = row,
	    .se = material_id(result, ROLE_SE, combo->se),
	    .binder = material_id(result, ROLE_BINDER, combo->binder),
	    .solvent = liquid ? str_copy(&result->arena, liquid->id).at : "",
	    .verdict = str_copy(&result->arena, verdict).at,
	};
}

static void add_names(struct text *line, const char *option, const char *names)
{
	if (!names)
		return;
	text_addf(line, " --%s ", option);
	shell_add_word(line, str_from(names));
}

/* The command line of the program that gives the same. */
static struct str command_line(const struct screening *screening)
{
	struct text line;

	text_init(&line, &screening->result->arena);
	text_addf(&line, "screen rank");
	add_names(&line, "se", screening->se);
	add_names(&line, "binder", screening->binder);
	add_names(&line, "solvent", screening->solvent);
	session_add_options(screening->slurry->session, &line);
	text_addf(&line, " --all");
	return text_str(&line);
}

static void run_screening(struct session *session, const struct screening *screening)
{
	struct slurry_result *result = screening->result;

	result->ranking = rank_run(&result->request, &result->arena, session_scratch(session));
	result->rows = ARENA_NEW(&result->arena, result->ranking->row_count, struct result_row);
	for (size_t i = 0; i < result->ranking->row_count; i++)
		fill_row(result, i);
	result->command = command_line(screening);
}

static enum session_status screen(struct session *session, void *context)
{
	const struct screening *screening = context;
	struct slurry_result *result = screening->result;
	const enum session_status prepared = session_prepare(session);
	enum session_status status;

	if (!session_model(session))
		return session_fail(session, SESSION_USAGE, "the model has errors");
	session_guard_arena(session, &result->arena);
	result->evaluator = (struct evaluator){.db = session_db(session),
					       .model = session_model(session),
					       .options = eval_options_default()};
	result->request = (struct rank_request){.evaluator = &result->evaluator,
						.salt = DB_NO_ROW,
						.top = SIZE_MAX,
						.keep_rejected = true,
						.reference = DB_NO_ROW};
	status = find_names(session, screening);
	if (status != SESSION_OK)
		return status;
	run_screening(session, screening);
	return prepared;
}

static enum session_status new_result(struct session *session, void *context)
{
	struct screening *screening = context;

	screening->result = ARENA_NEW(session_arena(session), 1, struct slurry_result);
	screening->result->slurry = screening->slurry;
	arena_init(&screening->result->arena, NULL);
	return SESSION_OK;
}

enum slurry_status slurry_screen(struct slurry *slurry, const char *se, const char *binder,
				 const char *solvent, struct slurry_result **result)
{
	struct screening screening = {slurry, se, binder, solvent, NULL};
	enum session_status status = session_run(slurry->session, new_result, &screening);

	*result = NULL;
	if (status == SESSION_OK)
		status = session_run(slurry->session, screen, &screening);
	if (status == SESSION_OK || status == SESSION_INPUT) {
		*result = screening.result;
		(*result)->next = slurry->results;
		slurry->results = *result;
	} else if (screening.result) {
		arena_release(&screening.result->arena);
	}
	return slurry_status_of(status);
}

void slurry_result_free(struct slurry_result *result)
{
	struct slurry_result **link;

	if (!result)
		return;
	link = &result->slurry->results;
	while (*link != result)
		link = &(*link)->next;
	*link = result->next;
	arena_release(&result->arena);
}

/* ---- rows ---- */

size_t slurry_result_count(const struct slurry_result *result)
{
	return result->ranking->row_count;
}

static const struct result_row *row_at(const struct slurry_result *result, size_t row)
{
	assert(row < result->ranking->row_count);
	return &result->rows[row];
}

static struct num score_of(const struct slurry_result *result, size_t row)
{
	return row_at(result, row)->row->evaluation->score;
}

size_t slurry_row_rank(const struct slurry_result *result, size_t row)
{
	return row_at(result, row)->row->rank;
}

const char *slurry_row_se(const struct slurry_result *result, size_t row)
{
	return row_at(result, row)->se;
}

const char *slurry_row_binder(const struct slurry_result *result, size_t row)
{
	return row_at(result, row)->binder;
}

const char *slurry_row_solvent(const struct slurry_result *result, size_t row)
{
	return row_at(result, row)->solvent;
}

double slurry_row_score(const struct slurry_result *result, size_t row)
{
	return score_of(result, row).value;
}

double slurry_row_low(const struct slurry_result *result, size_t row)
{
	return score_of(result, row).low;
}

double slurry_row_high(const struct slurry_result *result, size_t row)
{
	return score_of(result, row).high;
}

const char *slurry_row_verdict(const struct slurry_result *result, size_t row)
{
	return row_at(result, row)->verdict;
}

double slurry_row_criterion(const struct slurry_result *result, size_t row, const char *criterion)
{
	const struct evaluation *evaluation = row_at(result, row)->row->evaluation;
	const size_t i = model_find_criterion(result->evaluator.model, str_from(criterion));

	if (i == SIZE_MAX || !evaluation->criteria[i].active)
		return (double)NAN;
	return evaluation->criteria[i].value.value;
}

/* ---- writing ---- */

struct writing {
	const struct slurry_result *result;
	const char *format;
	FILE *out;
};

static enum session_status write_result(struct session *session, void *context)
{
	const struct writing *writing = context;
	const struct slurry_result *result = writing->result;
	const struct format *format = format_find(str_from(writing->format));
	const struct format_options made = format_options_default();
	const struct run_head head = {.program = STR_LITERAL("slurryscreen " SLURRYSCREEN_VERSION),
				      .command = result->command,
				      .model = result->evaluator.model,
				      .db = result->evaluator.db};
	struct report report;

	if (!format)
		return session_fail(session, SESSION_USAGE, "no format is called '%s'",
				    writing->format);
	if (format_lack(format))
		return session_fail(session, SESSION_USAGE, "no %s: %s", format->name,
				    format_lack(format));
	report = rank_report(result->ranking, &head, session_scratch(session));
	if (!format->write(&report, &made, session_scratch(session), writing->out))
		return slurry_cannot_write(session);
	return SESSION_OK;
}

enum slurry_status slurry_write(const struct slurry_result *result, const char *format, FILE *out)
{
	struct writing writing = {result, format, out};

	return slurry_status_of(session_run(result->slurry->session, write_result, &writing));
}
