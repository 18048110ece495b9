/* SPDX-License-Identifier: MIT */
/*
 * slurryscreen: which solvents and binders suit a sulfide solid electrolyte.
 *
 *     struct slurry *slurry = slurry_open();
 *     struct slurry_result *result;
 *
 *     if (slurry_screen(slurry, "Li6PS5Cl", "NBR", NULL, &result) == SLURRY_OK)
 *         for (size_t i = 0; i < slurry_result_count(result); i++)
 *             printf("%s %.0f\n", slurry_row_solvent(result, i), slurry_row_score(result, i));
 *     slurry_close(slurry);
 *
 * Quantities. A score is a number from 0 (worst) to 100; low and high are the ends of the interval
 * that the uncertainty of its inputs allows. A criterion is a number from 0 to 1. Names are UTF-8.
 *
 * Ownership. Everything belongs to the session and ends with slurry_close(); a result may be given
 * back earlier with slurry_result_free(), and keeps the database, model and weights it was made
 * with whatever the session uses later. Texts that are returned live as long as the result they
 * were asked from; slurry_problem() and slurry_advice() until the next call with their session. A
 * session keeps about a kilobyte of each call, and what it has read of each file, until it ends.
 *
 * Failure. Functions return a status; slurry_problem() says in words what went wrong last. What is
 * refused changes nothing. The library never exits, prints only to the FILE it is given, and reads
 * neither environment, locale nor clock.
 *
 * Misuse is the caller's mistake and not caught: NULL where it is not said to be allowed, a session
 * or result used again after it was closed or freed, a row beyond the last (a failed assertion).
 *
 * Threads. A session, with its results, is used by one thread at a time; sessions share nothing
 * that changes, so that each thread may have its own.
 */
#ifndef SLURRYSCREEN_SLURRYSCREEN_H
#define SLURRYSCREEN_SLURRYSCREEN_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct slurry;        /* a session: database, model, diagnostics */
struct slurry_result; /* a ranking */

enum slurry_status {
	SLURRY_OK = 0,
	SLURRY_INPUT = 1,  /* a file has errors: done as far as possible, see the diagnostics */
	SLURRY_USAGE = 2,  /* not done: an unknown or ambiguous name, a value that is not allowed */
	SLURRY_FAILED = 3, /* not done: a file, the output or memory failed */
};

/* "0.1.0". */
const char *slurry_version(void);

/* A session with the built-in database and the model "slurry". NULL: no memory. */
struct slurry *slurry_open(void);
/* Ends the session and all its results. NULL is allowed. */
void slurry_close(struct slurry *slurry);

/*
 * Lays a CSV or JSON file over the database: the same id replaces field by field, a new id adds.
 * SLURRY_INPUT: some of it was not used, the rest was; so say all later calls of the session.
 */
enum slurry_status slurry_add_file(struct slurry *slurry, const char *path);
/*
 * Uses a folder of tables, or one whole-database JSON file, instead of the built-in database; files
 * that were added stay laid over it. SLURRY_INPUT as above.
 */
enum slurry_status slurry_use_data(struct slurry *slurry, const char *path);
/*
 * Uses a built-in model by name, such as "slurry" or "dry", or a model file; forgets weights.
 * SLURRY_INPUT: the file has errors, see the diagnostics; until another model is chosen
 * slurry_screen() is SLURRY_USAGE. SLURRY_USAGE, SLURRY_FAILED: the model from before stays.
 */
enum slurry_status slurry_use_model(struct slurry *slurry, const char *name_or_path);
/* Sets the weight of a criterion, 0 to 1000000; weights are divided by their sum. */
enum slurry_status slurry_set_weight(struct slurry *slurry, const char *criterion, double weight);

/*
 * Ranks every combination. se, binder, solvent: a name (id, name, alias, formula, CAS number), a
 * list of names joined by commas, or NULL for all of the database; a solvent may be a blend,
 * "dibromomethane:hexyl-butyrate=80:20", in volume parts. Routes without a solvent take none with
 * NULL. *result is set with SLURRY_OK and SLURRY_INPUT, else to NULL.
 */
enum slurry_status slurry_screen(struct slurry *slurry, const char *se, const char *binder,
				 const char *solvent, struct slurry_result **result);
/* NULL is allowed. */
void slurry_result_free(struct slurry_result *result);

/* Rows: first the ranked ones, best first, then the rejected ones by id. */
size_t slurry_result_count(const struct slurry_result *result);
/* From 1; 0 for a rejected row. In all of these row < slurry_result_count(). */
size_t slurry_row_rank(const struct slurry_result *result, size_t row);
/* Ids; a blend's solvent is "a:b=80:20"; "" where the row has none. */
const char *slurry_row_se(const struct slurry_result *result, size_t row);
const char *slurry_row_binder(const struct slurry_result *result, size_t row);
const char *slurry_row_solvent(const struct slurry_result *result, size_t row);
double slurry_row_score(const struct slurry_result *result, size_t row);
double slurry_row_low(const struct slurry_result *result, size_t row);
double slurry_row_high(const struct slurry_result *result, size_t row);
/* "recommended", ..., "unsuitable" or "rejected". */
const char *slurry_row_verdict(const struct slurry_result *result, size_t row);
/* 0 to 1; NaN if the model has no such criterion or it does not apply. */
double slurry_row_criterion(const struct slurry_result *result, size_t row, const char *criterion);

/*
 * Writes a result in a format of the program: "table", "csv", "json", ... and flushes out.
 * SLURRY_USAGE: there is no such format; SLURRY_FAILED: out takes no more.
 */
enum slurry_status slurry_write(const struct slurry_result *result, const char *format, FILE *out);

/* What went wrong in the last call, in a sentence; "" if nothing did. */
const char *slurry_problem(const struct slurry *slurry);
/* Lines of advice on it, "did you mean 'anisole'?", each ended by LF; "" if there is none. */
const char *slurry_advice(const struct slurry *slurry);
/* Complaints about the files in use, and their printing as a compiler does. */
size_t slurry_diagnostic_count(const struct slurry *slurry);
enum slurry_status slurry_write_diagnostics(struct slurry *slurry, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
