/* SPDX-License-Identifier: MIT */
/* Where names stand beside the lines of a web. */
#include "check.h"

#include "arena_tests.h"
#include "base/random.h"
#include "report/svg_tags.h"
#include "report/svg_web.h"

enum { SERIES = 7, AXES_MAX = 9, WEBS = 100 };

/* A web as a journal's column has it. */
struct sample {
	struct svg_web web;
	struct num values[SERIES][AXES_MAX];
	struct svg_tag_piece pieces[SERIES * AXES_MAX];
	struct svg_box label; /* of the first axis */
	struct svg_tag_scene scene;
	struct svg_tag tags[SERIES];
};

static void make_scene(struct sample *sample, size_t axes)
{
	sample->web = (struct svg_web){{42.5, 40}, 22, axes};
	sample->label = (struct svg_box){25, 14, 60, 17};
	sample->scene = (struct svg_tag_scene){.pieces = sample->pieces,
					       .taken = &sample->label,
					       .taken_count = 1,
					       .room = {3, 17, 82, 63}};
	for (size_t i = 0; i < SERIES; i++) {
		sample->scene.piece_count +=
		    svg_web_pieces(&sample->web, sample->values[i], i,
				   sample->pieces + sample->scene.piece_count, &arena);
		sample->tags[i] = (struct svg_tag){.width = 4 + 2 * (double)i, .height = 2.5};
	}
	svg_tags_place(&sample->scene, sample->tags, SERIES);
}

static void make_random(struct sample *sample, uint64_t seed)
{
	struct random random = random_stream(4711, seed);
	const size_t axes = 3 + (size_t)seed % (AXES_MAX - 2);

	for (size_t i = 0; i < SERIES; i++)
		for (size_t k = 0; k < axes; k++)
			sample->values[i][k] = random_unit(&random) < 0.1
						   ? num_missing()
						   : num_exact(random_unit(&random), NUM_MEASURED);
	make_scene(sample, axes);
}

static double overlap(const struct svg_box *a, const struct svg_box *b)
{
	const double width = fmin(a->right, b->right) - fmax(a->left, b->left);
	const double height = fmin(a->bottom, b->bottom) - fmax(a->top, b->top);

	return fmax(width, 0) * fmax(height, 0);
}

static bool on_own_line(const struct sample *sample, size_t owner)
{
	const struct svg_point at = sample->tags[owner].at;
	const struct svg_box spot = {at.x - 0.01, at.y - 0.01, at.x + 0.01, at.y + 0.01};

	for (size_t i = 0; i < sample->scene.piece_count; i++) {
		const struct svg_tag_piece *piece = &sample->pieces[i];

		if (piece->owner == owner && (svg_box_covers(&spot, piece->a, piece->b) > 0 ||
					      hypot(piece->a.x - at.x, piece->a.y - at.y) < 0.01))
			return true;
	}
	return false;
}

static void check_placed(const struct sample *sample, size_t i)
{
	const struct svg_tag *tag = &sample->tags[i];

	check_true(tag->placed);
	check_true(on_own_line(sample, i));
	check_double(overlap(&tag->box, &sample->scene.room), tag->width * tag->height, 1e-9);
	check_double(overlap(&tag->box, &sample->label), 0, 1e-9);
	for (size_t k = 0; k < i; k++)
		check_double(overlap(&tag->box, &sample->tags[k].box), 0, 1e-9);
}

static void test_names_never_collide(void **state)
{
	static struct sample sample;

	(void)state;
	for (uint64_t seed = 0; seed < WEBS; seed++) {
		make_random(&sample, seed);
		for (size_t i = 0; i < SERIES; i++)
			check_placed(&sample, i);
	}
}

/* All agree but on the last axis: a name elsewhere would name them all. */
static void test_names_stand_where_lines_part(void **state)
{
	static struct sample sample;
	enum { AXES = 6 };

	(void)state;
	for (size_t i = 0; i < SERIES; i++)
		for (size_t k = 0; k < AXES; k++)
			sample.values[i][k] =
			    num_exact(k + 1 < AXES ? 0.8 : 0.1 + 0.15 * (double)i, NUM_MEASURED);
	make_scene(&sample, AXES);
	for (size_t i = 0; i < SERIES; i++) {
		const struct svg_point at = sample.tags[i].at;

		check_placed(&sample, i);
		check_true(at.x < sample.web.centre.x); /* the last axis is on the left */
		for (size_t k = 0; k < i; k++)
			check_true(hypot(at.x - sample.tags[k].at.x, at.y - sample.tags[k].at.y) >
				   0.5);
	}
}

static void test_no_line_no_name(void **state)
{
	static struct sample sample;

	(void)state;
	for (size_t i = 0; i < SERIES; i++)
		for (size_t k = 0; k < 4; k++)
			sample.values[i][k] = i == 2 ? num_missing() : num_exact(0.5, NUM_MEASURED);
	make_scene(&sample, 4);
	check_false(sample.tags[2].placed);
	check_placed(&sample, 0);
}

static void test_covered_length(void **state)
{
	const struct svg_box box = {0, 0, 4, 3};

	(void)state;
	check_double(svg_box_covers(&box, (struct svg_point){-1, 1}, (struct svg_point){9, 1}), 4,
		     1e-12);
	check_double(svg_box_covers(&box, (struct svg_point){0, 0}, (struct svg_point){8, 6}), 5,
		     1e-12);
	check_double(svg_box_covers(&box, (struct svg_point){2, -9}, (struct svg_point){2, 1}), 1,
		     1e-12);
	check_double(svg_box_covers(&box, (struct svg_point){5, 0}, (struct svg_point){5, 9}), 0,
		     1e-12);
	check_double(svg_box_covers(&box, (struct svg_point){1, 1}, (struct svg_point){1, 1}), 0,
		     1e-12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names_never_collide),
	    cmocka_unit_test(test_names_stand_where_lines_part),
	    cmocka_unit_test(test_no_line_no_name),
	    cmocka_unit_test(test_covered_length),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down) != 0;
}
