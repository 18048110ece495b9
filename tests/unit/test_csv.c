/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "failing_memory.h"
#include "read/csv.h"

struct world {
	struct arena arena;
	struct arena scratch;
	struct diag_sink sink;
	struct text rows; /* what was read, written down */
	size_t row_count;
	size_t cell_count;
	size_t stop_after; /* rows; 0: never */
};

static int setup(void **state)
{
	struct world *world = calloc(1, sizeof *world);

	if (!world)
		return -1;
	arena_init(&world->arena, NULL);
	arena_init(&world->scratch, NULL);
	diag_sink_init(&world->sink, &world->arena);
	text_init(&world->rows, &world->arena);
	*state = world;
	return 0;
}

static int teardown(void **state)
{
	struct world *world = *state;

	arena_release(&world->scratch);
	arena_release(&world->arena);
	free(world);
	return 0;
}

static void start_over(struct world *world)
{
	arena_clear(&world->scratch);
	diag_sink_init(&world->sink, &world->arena);
	text_init(&world->rows, &world->arena);
	world->row_count = world->cell_count = 0;
}

/* A row as "number@offset[text@offset+length][...]", quoted cells with a q, in one line. */
static bool write_down(void *context, const struct csv_row *row)
{
	struct world *world = context;

	text_addf(&world->rows, "%zu@%zu", row->number, row->offset);
	for (size_t i = 0; i < row->count; i++) {
		const struct csv_cell *cell = &row->cells[i];

		text_addf(&world->rows, "[" STR_FORMAT "@%zu+%zu%s]", STR_ARGS(cell->text),
			  cell->offset, cell->length, cell->quoted ? "q" : "");
	}
	text_add_char(&world->rows, ' ');
	return ++world->row_count != world->stop_after;
}

static bool count_cells(void *context, const struct csv_row *row)
{
	struct world *world = context;

	world->row_count++;
	world->cell_count += row->count;
	return true;
}

/* The complaints as "slug@line:column ". */
static struct str complaints(struct world *world)
{
	const struct diag *sorted = diag_sorted(&world->sink, &world->arena);
	struct text text;

	text_init(&text, &world->arena);
	for (size_t i = 0; i < world->sink.count; i++) {
		const struct line_column at =
		    source_locate(sorted[i].place.source, sorted[i].place.offset);

		text_addf(&text, "%s@%zu:%zu ", diag_rules[sorted[i].id].slug, at.line, at.column);
	}
	return text_str(&text);
}

/* In a block of its own size, so that AddressSanitizer sees any look beyond the end. */
static struct source exact_source(struct world *world, struct str text)
{
	return source_from_text("t.csv", str_copy(&world->arena, text));
}

struct csv_case {
	const char *name;
	struct str text;
	const char *rows;
	const char *complaints;
};

#define TEXT(literal)                                                                              \
	{                                                                                          \
		(literal), sizeof(literal) - 1                                                     \
	}

static const struct csv_case cases[] = {
    {"plain", TEXT("id,name\nPVA,x\n"), "0@0[id@0+2][name@3+4] 1@8[PVA@8+3][x@12+1] ", ""},
    {"no final newline", TEXT("a,b\nc,d"), "0@0[a@0+1][b@2+1] 1@4[c@4+1][d@6+1] ", ""},
    {"CRLF", TEXT("a,b\r\nc,d\r\n"), "0@0[a@0+1][b@2+1] 1@5[c@5+1][d@7+1] ", ""},
    {"blank lines", TEXT("\n\r\n  \t\na\n\n\nb\n\n"), "0@7[a@7+1] 1@11[b@11+1] ", ""},
    {"empty cells", TEXT("a,,\n,\n"), "0@0[a@0+1][@2+0][@3+0] 1@4[@4+0][@5+0] ", ""},
    {"blanks kept", TEXT(" a , b\n"), "0@0[ a @0+3][ b@4+2] ", ""},
    {"lone CR", TEXT("a,b\rc,d\r"), "0@0[a@0+1][b@2+1] 1@4[c@4+1][d@6+1] ",
     "csv-stray-cr@1:4 csv-stray-cr@2:4 "},
    {"BOM",
     TEXT("\xEF\xBB\xBF"
	  "a,b\n"),
     "0@3[a@3+1][b@5+1] ", "byte-order-mark@1:1 "},
    {"BOM before a quote", TEXT("\xEF\xBB\xBF\"a\",b\n"), "0@3[a@3+3q][b@7+1] ",
     "byte-order-mark@1:1 "},
    {"UTF-8", TEXT("\xC3\xBC,b\n"), "0@0[\xC3\xBC@0+2][b@3+1] ", ""},
    {"quoted", TEXT("\"a\",b,\"c\"\n"), "0@0[a@0+3q][b@4+1][c@6+3q] ", ""},
    {"quoted, no final newline", TEXT("a\n\"b\",\"c\""), "0@0[a@0+1] 1@2[b@2+3q][c@6+3q] ", ""},
    {"quoted, separator last", TEXT("a\n\"b\","), "0@0[a@0+1] 1@2[b@2+3q][@6+0] ", ""},
    {"quoted, CRLF", TEXT("\"a\",b\r\n\"c\"\r\nd\r\n"),
     "0@0[a@0+3q][b@4+1] 1@7[c@7+3q] 2@12[d@12+1] ", ""},
    {"quoted, lone CR", TEXT("\"a\"\rb\n"), "0@0[a@0+3q] 1@4[b@4+1] ", "csv-stray-cr@1:4 "},
    {"quoted, empty", TEXT("\"\",\"\"\n"), "0@0[@0+2q][@3+2q] ", ""},
    {"separators in quotes", TEXT("\"a,b\",c\n"), "0@0[a,b@0+5q][c@6+1] ", ""},
    {"newlines in quotes", TEXT("\"a\nb\r\nc\",d\ne\n"), "0@0[a\nb\r\nc@0+8q][d@9+1] 1@11[e@11+1] ",
     ""},
    {"doubled quotes", TEXT("\"a\"\"b\",\"\"\"\",c\n\"\"\"x\"\"\"\n"),
     "0@0[a\"b@0+6q][\"@7+4q][c@12+1] 1@14[\"x\"@14+7q] ", ""},
    {"stray quote", TEXT("h\na\"b,c\nd\n"), "0@0[h@0+1] 2@8[d@8+1] ", "csv-stray-quote@2:2 "},
    {"blank before a quote", TEXT("h\na, \"b\"\nd\n"), "0@0[h@0+1] 2@9[d@9+1] ",
     "csv-stray-quote@2:4 "},
    {"text after a quote", TEXT("h\nx,\"a\"b,c\nd\n"), "0@0[h@0+1] 2@11[d@11+1] ",
     "csv-after-quote@2:5 "},
    {"blank after a quote", TEXT("h\n\"a\" ,c\nd\n"), "0@0[h@0+1] 2@9[d@9+1] ",
     "csv-after-quote@2:3 "},
    {"closing quote forgotten", TEXT("h\n\"a,b\nc,\"d\"\ne\n"), "0@0[h@0+1] 2@13[e@13+1] ",
     "csv-after-quote@3:3 "},
    {"two bad rows, one good", TEXT("h\na\"\n\"b\"c\n\"d\"\n"), "0@0[h@0+1] 3@10[d@10+3q] ",
     "csv-stray-quote@2:2 csv-after-quote@3:3 "},
    {"open quote", TEXT("h\nx,\"a\nb\nc\n"), "0@0[h@0+1] ", "csv-open-quote@2:3 "},
    {"open quote last", TEXT("h\nx,\""), "0@0[h@0+1] ", "csv-open-quote@2:3 "},
    {"open quote, doubled last", TEXT("h\nx,\"a\"\""), "0@0[h@0+1] ", "csv-open-quote@2:3 "},
    {"Latin-1", TEXT("h,i\na,M\xFCller\nb,c\n"), "0@0[h@0+1][i@2+1] 2@13[b@13+1][c@15+1] ",
     "encoding@2:4 "},
    {"Latin-1 in quotes", TEXT("h\n\"a\nM\xFCller\"\nb\n"), "0@0[h@0+1] 2@13[b@13+1] ",
     "encoding@3:2 "},
    {"cut UTF-8 at the end", TEXT("h\na\nb\xE2\x82"), "0@0[h@0+1] 1@2[a@2+1] ", "encoding@3:2 "},
    {"NUL", TEXT("h\na,b\0c\nd\n"), "0@0[h@0+1] 2@8[d@8+1] ", "nul-byte@2:4 "},
    {"NUL in quotes", TEXT("h\n\"a,\0\",c\nd\n"), "0@0[h@0+1] 2@10[d@10+1] ", "nul-byte@2:4 "},
    {"bad header", TEXT("h\xFC,i\na,b\n"), "", "encoding@1:2 "},
    {"bad quoted header", TEXT("\"h\"x\na,b\n"), "", "csv-after-quote@1:3 "},
    {"empty", TEXT(""), "", "csv-empty@1:1 "},
    {"blank only", TEXT("\n  \n\r\n"), "", "csv-empty@1:1 "},
    {"BOM only", TEXT("\xEF\xBB\xBF"), "", "byte-order-mark@1:1 csv-empty@1:1 "},
    {"one quote", TEXT("\""), "", "csv-open-quote@1:1 "},
};

static void cells_and_complaints_have_their_places(void **state)
{
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct source source = exact_source(world, cases[i].text);

		print_message("  %s\n", cases[i].name);
		start_over(world);
		csv_read(&source, ',', &world->scratch, &world->sink, write_down, world);
		check_text(complaints(world), cases[i].complaints);
		check_text(text_str(&world->rows), cases[i].rows);
	}
}

static void other_separators_split_as_well(void **state)
{
	struct world *world = *state;
	const struct source semicolons = exact_source(world, STR_LITERAL("a;1,5\n\"b;c\";2\n"));
	const struct source tabs = exact_source(world, STR_LITERAL("a\tb,c\n\t\n  \n"));

	csv_read(&semicolons, ';', &world->scratch, &world->sink, write_down, world);
	check_text(text_str(&world->rows), "0@0[a@0+1][1,5@2+3] 1@6[b;c@6+5q][2@12+1] ");
	start_over(world);
	csv_read(&tabs, '\t', &world->scratch, &world->sink, write_down, world);
	check_text(text_str(&world->rows), "0@0[a@0+1][b,c@2+3] 1@6[@6+0][@7+0] ");
	check_text(complaints(world), "");
}

static void reading_stops_when_told(void **state)
{
	struct world *world = *state;
	const struct source source = exact_source(world, STR_LITERAL("a\nb\nc\"\n"));

	world->stop_after = 2;
	csv_read(&source, ',', &world->scratch, &world->sink, write_down, world);
	check_size(world->row_count, 2);
	check_size(world->sink.count, 0);
}

static void hints_say_more(void **state)
{
	struct world *world = *state;
	const struct source header = exact_source(world, STR_LITERAL("h\"\n"));
	const struct source opened = exact_source(world, STR_LITERAL("h\n\"a\nb\nc,\"d\"\n"));

	csv_read(&header, ',', &world->scratch, &world->sink, write_down, world);
	check_text(str_from(world->sink.items[0].hint), "this is the header row: file not used");
	start_over(world);
	csv_read(&opened, ',', &world->scratch, &world->sink, write_down, world);
	check_text(str_from(world->sink.items[0].hint), "the cell was opened in line 2");
}

/* "h\n", then a row of a cell of so many bytes within quotes or not, then "z\n". */
static struct source source_with_cell(struct world *world, size_t size, const char *before,
				      const char *after)
{
	const size_t head = 2 + strlen(before);
	const size_t tail = strlen(after);
	char *text = arena_alloc(&world->arena, head + size + tail + 3, 1);

	memcpy(text, "h\n", 2);
	memcpy(text + 2, before, head - 2);
	memset(text + head, 'x', size);
	memcpy(text + head + size, after, tail);
	memcpy(text + head + size + tail, "z\n", 2);
	return source_from_text("t.csv", (struct str){text, head + size + tail + 2});
}

static void cells_over_the_limit_are_left_out(void **state)
{
	static const struct {
		const char *before, *after, *complaints;
		size_t cell_extra; /* bytes of the cell besides the filling */
	} rows[] = {
	    {"a,", ",b\n", "too-large@2:3 ", 0},
	    {"a,\"", "\",b\n", "too-large@2:3 ", 2},
	    {"\"a\",", ",\"b\"\n", "too-large@2:5 ", 0},
	    {"\"a\",", "\n", "too-large@2:5 ", 0},
	    {"\"a\",\"\n\"\"", "\n\",\"\nb\"\n", "too-large@2:5 ", 6},
	};
	const size_t huge = (size_t)100 << 20;
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const size_t extra = rows[i].cell_extra;
		const size_t sizes[] = {csv_cell_limit - extra, csv_cell_limit - extra + 1, huge};

		print_message("  case %zu\n", i);
		for (size_t k = 0; k < COUNT_OF(sizes); k++) {
			const struct source source =
			    source_with_cell(world, sizes[k], rows[i].before, rows[i].after);

			start_over(world);
			csv_read(&source, ',', &world->scratch, &world->sink, count_cells, world);
			check_size(world->row_count, k == 0 ? 3 : 2);
			check_text(complaints(world), k == 0 ? "" : rows[i].complaints);
			if (k > 0)
				check_size(world->sink.items[0].place.length, sizes[k] + extra);
		}
		arena_clear(&world->arena);
	}
}

static void an_open_quote_before_much_text_is_found(void **state)
{
	struct world *world = *state;
	const struct source source = source_with_cell(world, (size_t)100 << 20, "a,\"", "\n");

	csv_read(&source, ',', &world->scratch, &world->sink, count_cells, world);
	check_text(complaints(world), "csv-open-quote@2:3 ");
}

static void rows_too_wide_are_left_out(void **state)
{
	static const char *const ends[] = {"\nz\n", "\"q\"\nz\n", "\"q\n\"\nz\n", "\"q\nz\n"};
	static const char *const expected[] = {"csv-too-wide@2:65537 ", "csv-too-wide@2:65537 ",
					       "csv-too-wide@2:65537 ",
					       "csv-too-wide@2:65537 csv-open-quote@2:200001 "};
	struct world *world = *state;

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		struct text text;
		struct source source;

		text_init(&text, &world->arena);
		text_add(&text, STR_LITERAL("h\n"));
		for (size_t k = 0; k < 200000; k++)
			text_add_char(&text, ',');
		text_add(&text, str_from(ends[i]));
		source = source_from_text("t.csv", text_str(&text));
		start_over(world);
		csv_read(&source, ',', &world->scratch, &world->sink, count_cells, world);
		check_size(world->row_count, i == 3 ? 1 : 2);
		check_text(complaints(world), expected[i]);
	}
}

static void repeat(struct text *text, const char *part, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_add(text, str_from(part));
}

/* Texts that would take a careless reader quadratic time. */
static void pathological_texts_take_linear_time(void **state)
{
	static const char *const parts[] = {
	    "\"\"", "\"",     "\"\n",       "\"a\"\"\n", "\"a\"b\n", "a\"\n",
	    "\r",   "\n\r",   "a\r",        "\"a\"\r",   "\xFC\n",   "\"\xFC\"\n",
	    ",",    ",\"\",", "\"\n\n\"\n", "\x01\n",    "\"\"\"\n", "\",\"\r\n",
	};
	struct world *world = *state;
	const clock_t start = clock();

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		struct text text;
		struct source source;

		arena_clear(&world->arena);
		start_over(world);
		text_init(&text, &world->arena);
		text_add(&text, STR_LITERAL("h\n"));
		repeat(&text, parts[i], ((size_t)2 << 20) / (strlen(parts[i]) + 1));
		source = source_from_text("t.csv", text_str(&text));
		csv_read(&source, ',', &world->scratch, &world->sink, count_cells, world);
		check_true(world->row_count > 0);
	}
	check_true((double)(clock() - start) / CLOCKS_PER_SEC < 60);
}

static int reading_runs_out(struct arena *scratch, const struct source *source,
			    struct diag_sink *sink, struct world *world)
{
	jmp_buf recovery;

	if (setjmp(recovery) != 0)
		return 1;
	arena_recover_at(scratch, &recovery);
	arena_recover_at(sink->arena, &recovery);
	csv_read(source, ',', scratch, sink, count_cells, world);
	return 0;
}

/* Rows of all sorts, wide and long enough to make every array grow. */
static struct source source_of_all_sorts(struct world *world)
{
	struct text text;

	text_init(&text, &world->arena);
	text_add(&text, STR_LITERAL("\xEF\xBB\xBFid,\"na\"\"me\"\r\n"));
	repeat(&text, "\"a\"\"b\",", 2000);
	text_add(&text, STR_LITERAL("\n\"x\"y\nplain,row\n"));
	repeat(&text, "c,", 5000);
	text_add(&text, STR_LITERAL("\n\xFC\n\"d\n"));
	repeat(&text, "more text \"\" ", 3000);
	text_add(&text, STR_LITERAL("\"\n\"open"));
	return source_from_text("t.csv", text_str(&text));
}

static void memory_may_run_out_anywhere(void **state)
{
	struct world *world = *state;
	const struct source source = source_of_all_sorts(world);
	size_t growths = 0;
	int out = 1;

	for (; out; growths++) {
		struct failing_memory memory = {.left = growths};
		const struct arena_system system = failing_system(&memory);
		struct arena scratch;
		struct arena session;
		struct diag_sink sink;

		arena_init(&scratch, &system);
		arena_init(&session, &system);
		diag_sink_init(&sink, &session);
		out = reading_runs_out(&scratch, &source, &sink, world);
		arena_release(&scratch);
		arena_release(&session);
		check_size(memory.live, 0);
	}
	check_true(growths > 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(cells_and_complaints_have_their_places, setup,
					    teardown),
	    cmocka_unit_test_setup_teardown(other_separators_split_as_well, setup, teardown),
	    cmocka_unit_test_setup_teardown(reading_stops_when_told, setup, teardown),
	    cmocka_unit_test_setup_teardown(hints_say_more, setup, teardown),
	    cmocka_unit_test_setup_teardown(cells_over_the_limit_are_left_out, setup, teardown),
	    cmocka_unit_test_setup_teardown(an_open_quote_before_much_text_is_found, setup,
					    teardown),
	    cmocka_unit_test_setup_teardown(rows_too_wide_are_left_out, setup, teardown),
	    cmocka_unit_test_setup_teardown(pathological_texts_take_linear_time, setup, teardown),
	    cmocka_unit_test_setup_teardown(memory_may_run_out_anywhere, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
