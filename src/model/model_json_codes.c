/* SPDX-License-Identifier: MIT */
/* The measures with tables of their own: codes and the relative energy difference. */
#include <math.h>

#include "model/model_reader.h"

static void read_rows(const struct model_node *node, bool ranges, struct code_map *map)
{
	const struct json *codes = model_node_get(node, "codes");
	struct code_value *rows =
	    ARENA_NEW(node->reader->arena, codes ? codes->count : 0, struct code_value);

	map->rows = rows;
	for (const struct json *item = codes ? codes->child : NULL; item; item = item->next) {
		struct code_value row = {item->key, item->number, item->number};

		if (ranges) {
			row.low = item->child->number;
			row.high = item->child->next->number;
		}
		rows[map->count++] = row;
	}
}

static void read_steps(const struct model_node *node, struct code_map *map)
{
	const struct json *list = model_node_get(node, "steps");
	double *steps = ARENA_NEW(node->reader->arena, list ? list->count : 0, double);
	const struct json *before = NULL;

	map->steps = steps;
	for (const struct json *item = list ? list->child : NULL; item; item = item->next) {
		if (before && item->number >= before->number)
			DIAG_REPORT(node->reader->sink, MODEL_ORDER, item->place,
				    STR_ARGS(item->string), STR_ARGS(before->string), "\"steps\"",
				    "fall");
		steps[map->step_count++] = item->number;
		before = item;
	}
}

static void read_worse_when(const struct model_node *node, struct code_map *map)
{
	const struct json *json = model_node_get(node, "worse_when");
	struct model_node worse;
	const struct json *below;

	if (!json)
		return;
	worse = model_node_open(node->reader, &model_objects[OBJECT_WORSE_WHEN], json);
	below = model_node_get(&worse, "below");
	if (below)
		map->worse_of =
		    model_comparison(node->reader, below, "\"below\"", &map->worse_below, NULL);
	map->worse_map = model_node_curve(&worse, "map");
}

void model_measure_codes(const struct model_node *node, struct measure *measure)
{
	struct code_map *map = ARENA_NEW(node->reader->arena, 1, struct code_map);

	measure->codes = map;
	map->none = (double)NAN;
	read_rows(node, measure->op == MEASURE_RANGES, map);
	if (measure->op != MEASURE_WORST)
		return;
	map->none = model_node_number(node, "none");
	read_steps(node, map);
	read_worse_when(node, map);
	if (map->worse_of)
		measure->roles |= map->worse_of->roles;
}

static void read_points(const struct model_node *node, struct red_rule *red,
			struct measure *measure)
{
	struct model_reader *reader = node->reader;
	const struct json *list = model_node_get(node, "red");
	const struct measure **radius = ARENA_NEW(reader->arena, 1, const struct measure *);

	measure->roles = model_role_bit(ROLE_SOLVENT) | model_role_bit(ROLE_BINDER);
	if (!list || !model_count_within(reader, list, 3, 3, "\"red\"", "two points and a radius"))
		return;
	model_group(reader, list->child, ROLE_SOLVENT, red->solvent);
	model_group(reader, list->child->next, ROLE_BINDER, red->binder);
	radius[0] = model_measure(reader, list->child->next->next);
	measure->roles |= radius[0]->roles;
	measure->args = radius;
	measure->arg_count = 1;
}

static bool binder_property(const struct model_node *node, const char *key, enum prop_kind kind,
			    size_t *property)
{
	const struct json *json = model_node_get(node, key);
	struct operand operand;
	struct text what;

	text_init(&what, node->reader->arena);
	text_addf(&what, "\"%s\"", key);
	if (!json || !model_operand_of(node->reader, json, 1u << (unsigned)kind, what.at, &operand))
		return false;
	*property = operand.property;
	if (operand.role == ROLE_BINDER)
		return true;
	DIAG_REPORT(node->reader->sink, MODEL_NEEDS, json->place, key, "a property of the binder");
	return false;
}

static void read_radius(const struct model_node *node, struct red_rule *red)
{
	const struct json *map = model_node_get(node, "radius");
	struct operand operand = {ROLE_BINDER, SIZE_MAX};

	if (!binder_property(node, "trust", PROP_CHOICE, &operand.property) || !map)
		return;
	red->trust = operand.property;
	red->trust_relative = model_word_numbers(node->reader, map, &operand, "\"radius\"");
}

static void read_ra(const struct model_node *node, struct red_rule *red)
{
	const struct json *ra = model_node_get(node, "ra");

	if (!ra || !model_count_within(node->reader, ra, 2, 2, "\"ra\"", "two numbers"))
		return;
	red->ra_typical = ra->child->number;
	red->ra_estimated = ra->child->next->number;
}

static void read_anchor(const struct model_node *node, struct red_rule *red)
{
	const struct json *json = model_node_get(node, "anchor");
	struct fact_query *query;
	struct model_node anchor;

	if (!json)
		return;
	query = ARENA_NEW(node->reader->arena, 1, struct fact_query);
	anchor = model_node_open(node->reader, &model_objects[OBJECT_ANCHOR], json);
	*query = model_query(&anchor);
	if (query->kind != FACT_KIND_COUNT && query->subject != ROLE_BINDER &&
	    query->subject != ROLE_COUNT)
		DIAG_REPORT(node->reader->sink, MODEL_NEEDS, model_node_get(&anchor, "fact")->place,
			    "anchor", "facts about the binder");
	red->anchor = query;
	red->anchor_no = model_node_number(&anchor, "no");
	red->anchor_yes = model_node_number(&anchor, "yes");
}

void model_measure_red(const struct model_node *node, struct measure *measure)
{
	struct red_rule *red = ARENA_NEW(node->reader->arena, 1, struct red_rule);

	measure->red = red;
	red->parts = SIZE_MAX;
	read_points(node, red, measure);
	read_ra(node, red);
	read_radius(node, red);
	binder_property(node, "parts", PROP_CODES, &red->parts);
	read_anchor(node, red);
	if (red->anchor)
		measure->roles |= model_query_roles(red->anchor);
}
