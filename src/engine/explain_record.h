/* SPDX-License-Identifier: MIT */
/*
 * The explanation of one combination as a report: every step from a cell of the database, with its
 * source, to the verdict, and what would change it. The rows are the flat list of steps; the parts
 * are the same steps as tables.
 */
#ifndef SLURRYSCREEN_ENGINE_EXPLAIN_RECORD_H
#define SLURRYSCREEN_ENGINE_EXPLAIN_RECORD_H

#include "engine/rank_record.h"

/*
 * In arena. sink: for what is wrong with ledger and sources. head->salt and head->dry are not read.
 */
struct report explain_report(const struct evaluator *evaluator, const struct evaluation *evaluation,
			     const struct run_head *head, struct arena *arena,
			     struct diag_sink *sink);

#endif
