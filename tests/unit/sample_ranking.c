/* SPDX-License-Identifier: MIT */
#include "sample_ranking.h"

#include "check.h"

enum { SOLVENTS = 5, CRITERIA = 3, TERMS = 3, GATES = 3 };
enum { XYLENE, DBM, HEXYL_BUTYRATE, NMP, ODD };

static struct str text(const char *terminated)
{
	return str_from(terminated);
}

/* ---- Database ---------------------------------------------------------------------------- */

static const struct material *materials(struct arena *arena, const char *const (*rows)[4],
					size_t count)
{
	struct material *made = ARENA_NEW(arena, count, struct material);

	for (size_t i = 0; i < count; i++) {
		struct str *alias = ARENA_NEW(arena, 1, struct str);

		*alias = text(rows[i][3]);
		made[i] = (struct material){
		    .id = text(rows[i][0]),
		    .name = text(rows[i][1]),
		    .cas = text(rows[i][2]),
		    .aliases = {alias, rows[i][3] ? 1 : 0},
		};
	}
	return made;
}

static const struct column *density_column(const struct db *db, struct arena *arena)
{
	static const double densities[SOLVENTS] = {0.86, 2.48, 0.85, 1.03, 1};
	struct column *columns = ARENA_NEW(arena, db->properties.count, struct column);
	const size_t density = prop_find(&db->properties, TABLE_SOLVENTS, text("density"));

	assert_true(density != SIZE_MAX);
	columns[density].values = densities;
	columns[density].count = SOLVENTS;
	return columns;
}

static const struct db *sample_db(struct arena *arena)
{
	static const char *const solvents[SOLVENTS][4] = {
	    {"p-xylene", "p-Xylene", "106-42-3", NULL},
	    {"dibromomethane", "Dibromomethane", "74-95-3", "DBM"},
	    {"hexyl-butyrate", "Hexyl butyrate", "2639-63-6", NULL},
	    {"nmp", "N-Methyl-2-pyrrolidone", "872-50-4", "NMP"},
	    {"it's odd", "Odd", NULL, NULL},
	};
	static const char *const binders[2][4] = {
	    {"nbr", "Nitrile butadiene rubber, about 33 wt% acrylonitrile", NULL, "NBR"},
	    {"sebs", "SEBS", NULL, NULL},
	};
	static const char *const electrolytes[1][4] = {{"li6ps5cl", "Li6PS5Cl", NULL, "LPSCl"}};
	static const char *const salts[1][4] = {{"litfsi", "LiTFSI", "90076-65-6", NULL}};
	struct source *mine = ARENA_NEW(arena, 1, struct source);
	struct overlay *overlay = ARENA_NEW(arena, 1, struct overlay);
	struct db *db = ARENA_NEW(arena, 1, struct db);

	*mine = source_from_text("mine.csv", STR_LITERAL("abc")); /* FIPS 180-4's example */
	*overlay = (struct overlay){"mine.csv", mine};
	db->properties = (struct prop_set){properties, property_count};
	db->tables[TABLE_SOLVENTS].count = SOLVENTS;
	db->tables[TABLE_SOLVENTS].materials = materials(arena, solvents, SOLVENTS);
	db->tables[TABLE_SOLVENTS].columns = density_column(db, arena);
	db->tables[TABLE_BINDERS].count = 2;
	db->tables[TABLE_BINDERS].materials = materials(arena, binders, 2);
	db->tables[TABLE_ELECTROLYTES].count = 1;
	db->tables[TABLE_ELECTROLYTES].materials = materials(arena, electrolytes, 1);
	db->tables[TABLE_SALTS].count = 1;
	db->tables[TABLE_SALTS].materials = materials(arena, salts, 1);
	db->version = "0.1.0";
	db->sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
	db->overlays = overlay;
	db->overlay_count = 1;
	return db;
}

/* ---- Model ------------------------------------------------------------------------------- */

static struct criterion criterion_of(const char *id, const char *label, const char *short_label,
				     double weight, size_t term)
{
	return (struct criterion){
	    .id = text(id),
	    .label = text(label),
	    .short_label = text(short_label),
	    .weight = weight,
	    .needs = str_is(text(id), "salt") ? ROLE_SALT : ROLE_COUNT,
	    .first_term = term,
	    .term_count = 1,
	};
}

static const struct model *sample_model(struct arena *arena)
{
	static const struct verdict verdicts[] = {{{"usable", 6}, 50, 0},
						  {{"unsuitable", 10}, 0, 0}};
	struct model *model = ARENA_NEW(arena, 1, struct model);
	struct criterion *criteria = ARENA_NEW(arena, CRITERIA, struct criterion);
	struct term *terms = ARENA_NEW(arena, TERMS, struct term);
	struct gate *gates = ARENA_NEW(arena, GATES, struct gate);

	criteria[0] =
	    criterion_of("compatibility", "compatibility with the electrolyte", "comp", 3, 0);
	criteria[1] = criterion_of("solubility", "solubility of the binder", "solu", 1, 1);
	criteria[2] = criterion_of("salt", "solubility of the salt", "salt", 4, 2);
	terms[0] = (struct term){.id = text("donor"), .criterion = 0};
	terms[1] = (struct term){.id = text("red"), .criterion = 1};
	terms[2] = (struct term){.id = text("salt-donor"), .criterion = 2};
	gates[0] = (struct gate){.id = text("strong-donor"),
				 .why = text("decomposes the electrolyte"),
				 .source = text("kim2022"),
				 .verdict = GATE_REJECT};
	gates[1] = (struct gate){
	    .id = text("solid"), .why = text("solid at 20 degC"), .verdict = GATE_REJECT};
	gates[2] =
	    (struct gate){.id = text("cmr"), .why = text("may cause cancer"), .verdict = GATE_WARN};
	for (size_t i = 0; i < GATES; i++)
		gates[i].criterion = SIZE_MAX;
	*model = (struct model){
	    .name = text("slurry"),
	    .route = text("slurry"),
	    .family = SIZE_MAX,
	    .verdicts = verdicts,
	    .verdict_count = COUNT_OF(verdicts),
	    .gates = gates,
	    .gate_count = GATES,
	    .criteria = criteria,
	    .criterion_count = CRITERIA,
	    .terms = terms,
	    .term_count = TERMS,
	};
	return model;
}

/* ---- Evaluations ------------------------------------------------------------------------- */

static struct num num_of(double value, enum num_state state)
{
	return (struct num){value, value - 0.1, value + 0.05, state, NUM_MEASURED};
}

static struct evaluation *evaluation_of(struct mixture solvent, bool salt, double score,
					struct arena *arena)
{
	struct evaluation *made = ARENA_NEW(arena, 1, struct evaluation);

	made->combo = (struct combo){0, 0, salt ? 0 : DB_NO_ROW, solvent};
	made->gates = ARENA_NEW(arena, GATES, struct gate_result);
	made->terms = ARENA_NEW(arena, TERMS, struct term_result);
	made->criteria = ARENA_NEW(arena, CRITERIA, struct criterion_result);
	for (size_t i = 0; i < CRITERIA; i++) {
		const bool active = i < 2 || salt;

		made->terms[i] =
		    (struct term_result){.active = active, .desirability = num_of(0.5, NUM_KNOWN)};
		made->criteria[i].active = active;
		made->criteria[i].value = num_of(0.5, NUM_KNOWN);
	}
	made->score = (struct num){score, score - 10, score + 5, NUM_KNOWN, NUM_MEASURED};
	made->factor = 1;
	made->limited_by = SIZE_MAX;
	made->coverage = 0.625;
	made->coverage_kinds[NUM_MEASURED] = 0.625;
	made->coverage_inferred = 0.25;
	made->coverage_missing = 0.125;
	return made;
}

static struct mixture liquid(struct arena *arena, uint32_t a, uint32_t b, double share)
{
	struct part *parts = ARENA_NEW(arena, 2, struct part);

	parts[0] = (struct part){a, share};
	parts[1] = (struct part){b, 1 - share};
	return (struct mixture){parts, share < 1 ? 2 : 1};
}

static struct evaluation *blend_evaluation(bool salt, struct arena *arena)
{
	struct evaluation *made =
	    evaluation_of(liquid(arena, DBM, HEXYL_BUTYRATE, 0.2), salt, 61.25, arena);

	made->terms[0].desirability.state = NUM_INFERRED;
	made->criteria[0].value.state = NUM_INFERRED;
	made->terms[1].desirability.state = NUM_MISSING;
	made->criteria[1].value.state = NUM_MISSING;
	made->gates[1].status = GATE_UNCHECKED;
	made->gates[2].status = GATE_FIRED;
	return made;
}

static struct evaluation *rejected_evaluation(bool salt, struct arena *arena)
{
	struct evaluation *made = evaluation_of(liquid(arena, NMP, 0, 1), salt, 4.5, arena);

	made->rejected = true;
	made->gates[0].status = GATE_FIRED;
	made->gates[0].by_measurement = true;
	made->gates[2].status = GATE_FIRED;
	return made;
}

const struct ranking *sample_ranking(size_t binders, bool salt, struct arena *arena)
{
	static const uint32_t rows[] = {0, 1};
	static const struct fact precedents[] = {{.id = {"sys-a", 5}}, {.id = {"exp-b", 5}}};
	struct evaluator *evaluator = ARENA_NEW(arena, 1, struct evaluator);
	struct rank_request *request = ARENA_NEW(arena, 1, struct rank_request);
	struct ranking *ranking = ARENA_NEW(arena, 1, struct ranking);
	struct ranking_row *made = ARENA_NEW(arena, 3, struct ranking_row);
	const struct fact **known = ARENA_NEW(arena, 2, const struct fact *);

	evaluator->db = sample_db(arena);
	evaluator->model = sample_model(arena);
	*request = (struct rank_request){
	    .evaluator = evaluator,
	    .ses = rows,
	    .se_count = 1,
	    .binders = rows,
	    .binder_count = binders,
	    .solvent_count = SOLVENTS,
	    .salt = salt ? 0 : DB_NO_ROW,
	    .top = 2,
	    .reference = NMP,
	};
	known[0] = &precedents[0];
	known[1] = &precedents[1];
	made[0] = (struct ranking_row){
	    .rank = 1,
	    .evaluation = evaluation_of(liquid(arena, XYLENE, 0, 1), salt, 78.4, arena),
	    .like_best = true,
	    .precedents = known,
	    .precedent_count = 2};
	made[1] = (struct ranking_row){
	    .rank = 2, .evaluation = blend_evaluation(salt, arena), .like_best = true};
	made[2] = (struct ranking_row){
	    .evaluation = rejected_evaluation(salt, arena), .reference = true, .extra = true};
	*ranking = (struct ranking){
	    .request = request,
	    .rows = made,
	    .row_count = 3,
	    .ranked_rows = 2,
	    .screened = 7,
	    .ranked = 4,
	    .rejected = 3,
	    .filtered = 2,
	    .unknown = 1,
	    .gate_counts = ARENA_NEW(arena, GATES, size_t),
	};
	ranking->gate_counts[0] = 1;
	ranking->gate_counts[1] = 2;
	ranking->gate_counts[2] = 5;
	return ranking;
}

struct run_head sample_head(const struct ranking *ranking)
{
	return (struct run_head){
	    .program = text("slurryscreen 0.1.0"),
	    .command = text("screen --se li6ps5cl --binder nbr"),
	    .model = ranking->request->evaluator->model,
	    .db = ranking->request->evaluator->db,
	    .next = text("screen explain"),
	};
}
