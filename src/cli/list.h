/* SPDX-License-Identifier: MIT */
/*
 * Topics of `screen list`: one const row each. A topic fills in a report (record type and rows);
 * any format then prints it.
 */
#ifndef SLURRYSCREEN_CLI_LIST_H
#define SLURRYSCREEN_CLI_LIST_H

#include "base/record.h"
#include "cli/cli.h"

struct list_topic {
	const char *name;
	const char *doc;
	bool narrows;     /* takes --se, --binder, --solvent, --salt */
	unsigned context; /* for make: enum table_id, enum fact_kind */
	/* The database and the model are loaded; sets type, rows, row_count, and notes if any. */
	enum session_status (*make)(struct cli *cli, const struct list_topic *topic,
				    struct report *report);
};

extern const struct list_topic list_topics[];
extern const size_t list_topic_count;

/* Pointers to the rows of an array: what a report wants. */
void list_set_rows(struct report *report, struct arena *arena, const void *first, size_t count,
		   size_t size);

/* list_materials.c */
enum session_status list_materials(struct cli *cli, const struct list_topic *topic,
				   struct report *report);
/* list_facts.c */
enum session_status list_facts(struct cli *cli, const struct list_topic *topic,
			       struct report *report);
enum session_status list_sources(struct cli *cli, const struct list_topic *topic,
				 struct report *report);
/* list_conflicts.c */
enum session_status list_conflicts(struct cli *cli, const struct list_topic *topic,
				   struct report *report);
/* The sources of the database as a table that goes with the report. */
void report_add_sources(struct report *report, struct cli *cli);
/* list_data.c */
enum session_status list_properties(struct cli *cli, const struct list_topic *topic,
				    struct report *report);
enum session_status list_units(struct cli *cli, const struct list_topic *topic,
			       struct report *report);
/* list_model.c */
enum session_status list_gates(struct cli *cli, const struct list_topic *topic,
			       struct report *report);
enum session_status list_criteria(struct cli *cli, const struct list_topic *topic,
				  struct report *report);
enum session_status list_terms(struct cli *cli, const struct list_topic *topic,
			       struct report *report);
enum session_status list_measures(struct cli *cli, const struct list_topic *topic,
				  struct report *report);
enum session_status list_conditions(struct cli *cli, const struct list_topic *topic,
				    struct report *report);
enum session_status list_models(struct cli *cli, const struct list_topic *topic,
				struct report *report);
/* list_program.c */
enum session_status list_formats(struct cli *cli, const struct list_topic *topic,
				 struct report *report);
enum session_status list_commands(struct cli *cli, const struct list_topic *topic,
				  struct report *report);
enum session_status list_options(struct cli *cli, const struct list_topic *topic,
				 struct report *report);
enum session_status list_diagnostics(struct cli *cli, const struct list_topic *topic,
				     struct report *report);

#endif
