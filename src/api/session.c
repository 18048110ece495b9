/* SPDX-License-Identifier: MIT */
#include "api/session.h"

#include <assert.h>
#include <stdlib.h>

#include "api/session_parts.h"
#include "model/builtin.h"

struct session *session_open(const struct arena_system *system)
{
	const struct arena_system *from = system ? system : &arena_system_malloc;
	struct session *session = from->grow(from->context, sizeof *session);
	struct builtin_model model;

	if (!session)
		return NULL;
	*session = (struct session){.system = from, .stale = true, .db = db_builtin()};
	arena_init(&session->arena, from);
	arena_init(&session->scratch, from);
	diag_sink_init(&session->sink, &session->arena);
	if (!builtin_model_find(str_from(BUILTIN_MODEL_DEFAULT), &model))
		abort(); /* the program was built without its models */
	session->inputs.model = model.source;
	return session;
}

void session_close(struct session *session)
{
	if (!session)
		return;
	arena_release(&session->scratch);
	arena_release(&session->arena);
	session->system->give_back(session->system->context, session);
}

static void recover_at(struct session *session, jmp_buf *recovery)
{
	session->recovery = recovery;
	arena_recover_at(&session->arena, recovery);
	arena_recover_at(&session->scratch, recovery);
	if (session->guarded)
		arena_recover_at(session->guarded, recovery);
}

enum session_status session_run(struct session *session, session_work *work, void *context)
{
	enum session_status status = SESSION_NO_MEMORY;
	jmp_buf recovery;

	assert(!session->recovery);
	session->problem = (struct text){.arena = &session->arena};
	session->advice = (struct text){.arena = &session->arena};
	session->out_of_memory = false;
	if (setjmp(recovery) == 0) {
		recover_at(session, &recovery);
		status = work(session, context);
	} else {
		session->out_of_memory = true;
		status = SESSION_NO_MEMORY;
	}
	recover_at(session, NULL);
	session->guarded = NULL;
	arena_clear(&session->scratch);
	return status;
}

void session_guard_arena(struct session *session, struct arena *arena)
{
	assert(session->recovery && !session->guarded);
	session->guarded = arena;
	arena_recover_at(arena, session->recovery);
}

struct arena *session_arena(struct session *session)
{
	return &session->arena;
}

struct arena *session_scratch(struct session *session)
{
	return &session->scratch;
}

struct diag_sink *session_sink(struct session *session)
{
	return &session->sink;
}

const struct db *session_db(const struct session *session)
{
	return session->db;
}

const struct model *session_model(const struct session *session)
{
	return session->model;
}

enum session_status session_fail(struct session *session, enum session_status status,
				 const char *format, ...)
{
	va_list args;

	text_init(&session->problem, &session->arena);
	text_init(&session->advice, &session->arena);
	va_start(args, format);
	text_addv(&session->problem, format, args);
	va_end(args);
	return status;
}

void session_advise(struct session *session, const char *format, ...)
{
	va_list args;

	if (!session->advice.at)
		text_init(&session->advice, &session->arena);
	va_start(args, format);
	text_addv(&session->advice, format, args);
	va_end(args);
	text_add_char(&session->advice, '\n');
}

struct str session_problem(const struct session *session)
{
	if (session->out_of_memory)
		return STR_LITERAL("out of memory");
	return session->problem.at ? text_str(&session->problem) : STR_LITERAL("");
}

struct str session_advice(const struct session *session)
{
	if (session->out_of_memory || !session->advice.at)
		return STR_LITERAL("");
	return text_str(&session->advice);
}
