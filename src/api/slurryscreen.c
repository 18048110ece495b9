/* SPDX-License-Identifier: MIT */
/* The public library: each function is one run of a session. Here: the session and its inputs. */
#include "slurryscreen/slurryscreen.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "api/slurry_parts.h"
#include "version.h"

const char *slurry_version(void)
{
	return SLURRYSCREEN_VERSION;
}

enum slurry_status slurry_status_of(enum session_status status)
{
	switch (status) {
	case SESSION_OK:
		return SLURRY_OK;
	case SESSION_INPUT:
		return SLURRY_INPUT;
	case SESSION_USAGE:
		return SLURRY_USAGE;
	case SESSION_FAILED:
	case SESSION_NO_MEMORY:
		break;
	}
	return SLURRY_FAILED;
}

enum session_status slurry_cannot_write(struct session *session)
{
	return session_fail(session, SESSION_FAILED, "cannot write: %s", strerror(errno));
}

/* ---- opening ---- */

static enum session_status make_slurry(struct session *session, void *context)
{
	struct slurry **slurry = context;

	*slurry = ARENA_NEW(session_arena(session), 1, struct slurry);
	(*slurry)->session = session;
	return session_prepare(session);
}

struct slurry *slurry_open(void)
{
	struct session *session = session_open(NULL);
	struct slurry *slurry = NULL;

	if (session && session_run(session, make_slurry, &slurry) == SESSION_OK)
		return slurry;
	session_close(session);
	return NULL;
}

void slurry_close(struct slurry *slurry)
{
	if (!slurry)
		return;
	while (slurry->results)
		slurry_result_free(slurry->results);
	session_close(slurry->session);
}

/* ---- inputs ---- */

/* Arguments of a call on their way through session_run(). */
struct call {
	const char *text;
	double number;
};

static enum session_status add_file(struct session *session, void *context)
{
	const struct call *call = context;
	struct source source;
	const enum session_status status = session_read_file(session, call->text, &source);

	if (status != SESSION_OK)
		return status;
	session_add_source(session, source);
	return session_prepare(session);
}

enum slurry_status slurry_add_file(struct slurry *slurry, const char *path)
{
	struct call call = {.text = path};

	return slurry_status_of(session_run(slurry->session, add_file, &call));
}

static enum session_status use_data(struct session *session, void *context)
{
	const struct call *call = context;
	const enum session_status status = session_use_data(session, call->text);

	return status == SESSION_OK ? session_prepare(session) : status;
}

enum slurry_status slurry_use_data(struct slurry *slurry, const char *path)
{
	struct call call = {.text = path};

	return slurry_status_of(session_run(slurry->session, use_data, &call));
}

static enum session_status use_model(struct session *session, void *context)
{
	const struct call *call = context;
	const enum session_status status = session_use_model(session, call->text);

	return status == SESSION_OK ? session_prepare(session) : status;
}

enum slurry_status slurry_use_model(struct slurry *slurry, const char *name_or_path)
{
	struct call call = {.text = name_or_path};

	return slurry_status_of(session_run(slurry->session, use_model, &call));
}

static enum session_status set_weight(struct session *session, void *context)
{
	const struct call *call = context;

	if (!(call->number >= 0))
		return session_fail(session, SESSION_USAGE, "a weight is a number from 0");
	return session_weigh(session, (struct session_weight){.criterion = str_from(call->text),
							      .number = call->number});
}

enum slurry_status slurry_set_weight(struct slurry *slurry, const char *criterion, double weight)
{
	struct call call = {criterion, weight};

	return slurry_status_of(session_run(slurry->session, set_weight, &call));
}

/* ---- what went wrong ---- */

const char *slurry_problem(const struct slurry *slurry)
{
	return session_problem(slurry->session).at;
}

const char *slurry_advice(const struct slurry *slurry)
{
	return session_advice(slurry->session).at;
}

size_t slurry_diagnostic_count(const struct slurry *slurry)
{
	return session_sink(slurry->session)->count;
}

static enum session_status write_diagnostics(struct session *session, void *context)
{
	FILE *out = context;

	diag_print(session_sink(session), session_scratch(session), out, false);
	if (fflush(out) != 0 || ferror(out))
		return slurry_cannot_write(session);
	return SESSION_OK;
}

enum slurry_status slurry_write_diagnostics(struct slurry *slurry, FILE *out)
{
	return slurry_status_of(session_run(slurry->session, write_diagnostics, out));
}
