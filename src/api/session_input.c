/* SPDX-License-Identifier: MIT */
/* From the files that were asked for to a database and a model. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "api/session.h"
#include "api/session_parts.h"
#include "base/number.h"
#include "base/shell.h"
#include "data/load.h"
#include "model/builtin.h"

static enum session_status cannot_read(struct session *session, const char *name)
{
	return session_fail(session, SESSION_FAILED, "cannot read '%s': %s", name, strerror(errno));
}

enum session_status session_read_file(struct session *session, const char *path,
				      struct source *source)
{
	if (source_read_file(&session->arena, path, source) != SOURCE_OK)
		return cannot_read(session, path);
	return SESSION_OK;
}

enum session_status session_read_stream(struct session *session, const char *name, FILE *stream,
					struct source *source)
{
	if (source_read_stream(&session->arena, name, stream, source) != SOURCE_OK)
		return cannot_read(session, name);
	return SESSION_OK;
}

static void source_list_add(struct source_list *list, struct arena *arena, struct source source)
{
	list->at = arena_extend(arena, list->at, list->count, &list->capacity, sizeof *list->at);
	list->at[list->count++] = source;
}

/* Adds the file of that name in the folder, if it is there. */
static enum session_status read_member(struct session *session, const char *folder,
				       const char *name, struct source_list *list)
{
	struct source source;
	struct text path;

	text_init(&path, &session->arena);
	text_addf(&path, "%s/%s", folder, name);
	switch (source_read_file(&session->arena, path.at, &source)) {
	case SOURCE_OK:
		source_list_add(list, &session->arena, source);
		return SESSION_OK;
	case SOURCE_CANNOT_OPEN:
		if (errno == ENOENT)
			return SESSION_OK;
		break;
	case SOURCE_CANNOT_READ:
	case SOURCE_TOO_LARGE:
		break;
	}
	return cannot_read(session, path.at);
}

static enum session_status read_folder(struct session *session, const char *folder,
				       struct source_list *list)
{
	for (size_t i = 0; data_folder_files[i]; i++) {
		const enum session_status status =
		    read_member(session, folder, data_folder_files[i], list);

		if (status != SESSION_OK)
			return status;
	}
	if (list->count > 0)
		return SESSION_OK;
	(void)session_fail(session, SESSION_FAILED, "no data file in '%s'", folder);
	session_advise(session, "a data folder holds %s and others", data_folder_files[0]);
	return SESSION_FAILED;
}

enum session_status session_use_data(struct session *session, const char *path)
{
	struct source_list list = {0};
	enum session_status status;
	struct source source;
	struct stat what;

	if (stat(path, &what) != 0)
		return cannot_read(session, path);
	if (S_ISDIR(what.st_mode)) {
		status = read_folder(session, path, &list);
	} else {
		status = session_read_file(session, path, &source);
		if (status == SESSION_OK)
			source_list_add(&list, &session->arena, source);
	}
	if (status != SESSION_OK)
		return status;
	session->inputs.data = list;
	session->inputs.data_path = str_copy(&session->arena, str_from(path));
	session->stale = true;
	return SESSION_OK;
}

void session_add_source(struct session *session, struct source source)
{
	source_list_add(&session->inputs.added, &session->arena, source);
	session->stale = true;
}

static size_t bytes_of(const struct source_list *sources)
{
	size_t bytes = 0;

	for (size_t i = 0; i < sources->count; i++)
		bytes += sources->at[i].text.length;
	return bytes;
}

size_t session_input_bytes(const struct session *session)
{
	return bytes_of(&session->inputs.data) + bytes_of(&session->inputs.added);
}

void session_use_decimal_comma(struct session *session, bool decimal_comma)
{
	session->inputs.decimal_comma = decimal_comma;
	session->stale = true;
}

static bool looks_like_path(struct str name)
{
	return str_contains(name, STR_LITERAL("/")) || str_contains(name, STR_LITERAL("."));
}

static void advise_model(struct session *session, struct str name)
{
	const size_t count = builtin_model_count();
	struct str *names = ARENA_NEW(&session->scratch, count, struct str);
	struct text list;
	size_t near;

	text_init(&list, &session->scratch);
	for (size_t i = 0; i < count; i++) {
		names[i] = builtin_model_at(i).name;
		text_addf(&list, "%s" STR_FORMAT, i > 0 ? ", " : "", STR_ARGS(names[i]));
	}
	near = str_nearest(name, names, count);
	if (near < count)
		session_advise(session, "did you mean '" STR_FORMAT "'?", STR_ARGS(names[near]));
	session_advise(session, "built-in models: %s; a file is a path such as ./my-model.json",
		       list.at);
}

static void set_model(struct session *session, struct str name, struct source source)
{
	session->inputs.model = source;
	session->inputs.model_name = str_copy(&session->arena, name);
	session->inputs.weights.count = 0; /* were for the criteria of another model */
	session->stale = true;
}

enum session_status session_use_model(struct session *session, const char *name_or_path)
{
	const struct str name = str_from(name_or_path);
	struct builtin_model builtin;
	struct source source;

	if (builtin_model_find(name, &builtin)) {
		set_model(session, name, builtin.source);
		return SESSION_OK;
	}
	if (source_read_file(&session->arena, name_or_path, &source) != SOURCE_OK) {
		if (errno != ENOENT || looks_like_path(name))
			return cannot_read(session, name_or_path);
		(void)session_fail(session, SESSION_USAGE, "no model is called '%s'", name_or_path);
		advise_model(session, name);
		return SESSION_USAGE;
	}
	set_model(session, name, source);
	return SESSION_OK;
}

/* Takes what was asked for a criterion off the list; the last of it to *weight. false: nothing. */
static bool take_weight(struct weight_list *list, struct str criterion,
			struct session_weight *weight)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (str_equal(list->at[i].criterion, criterion))
			*weight = list->at[i];
		else
			list->at[kept++] = list->at[i];
	if (kept == list->count)
		return false;
	list->count = kept;
	return true;
}

void session_set_weight(struct session *session, struct session_weight weight)
{
	struct weight_list *list = &session->inputs.weights;
	struct session_weight before;

	if (!weight.multiply)
		(void)take_weight(list, weight.criterion, &before);
	list->at =
	    arena_extend(&session->arena, list->at, list->count, &list->capacity, sizeof *list->at);
	weight.criterion = str_copy(&session->arena, weight.criterion);
	list->at[list->count++] = weight;
	session->reweigh = true;
}

static enum session_status unknown_criterion(struct session *session, const struct model *model,
					     struct str name)
{
	struct str *names = ARENA_NEW(&session->scratch, model->criterion_count, struct str);
	struct text list;
	size_t near;

	text_init(&list, &session->scratch);
	for (size_t i = 0; i < model->criterion_count; i++) {
		names[i] = model->criteria[i].id;
		text_addf(&list, "%s" STR_FORMAT, i > 0 ? ", " : "", STR_ARGS(names[i]));
	}
	near = str_nearest(name, names, model->criterion_count);
	(void)session_fail(session, SESSION_USAGE,
			   "the model has no criterion '" STR_FORMAT "' to weigh", STR_ARGS(name));
	if (near < model->criterion_count)
		session_advise(session, "did you mean '" STR_FORMAT "'?", STR_ARGS(names[near]));
	session_advise(session, "criteria: %s", list.at);
	return SESSION_USAGE;
}

static enum session_status too_heavy(struct session *session, struct str name)
{
	char most[NUMBER_TEXT_MAX];

	return session_fail(session, SESSION_USAGE,
			    "the weight of '" STR_FORMAT "' is above " STR_FORMAT, STR_ARGS(name),
			    STR_ARGS(number_write(most, MODEL_WEIGHT_MAX)));
}

/* The model with the weights asked for. */
static enum session_status weigh(struct session *session, const struct model **model)
{
	const struct weight_list *list = &session->inputs.weights;
	double sum = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct session_weight *weight = &list->at[i];
		const size_t criterion = model_find_criterion(*model, weight->criterion);
		double number = weight->number;

		if (criterion == SIZE_MAX)
			return unknown_criterion(session, *model, weight->criterion);
		if (weight->multiply)
			number *= (*model)->criteria[criterion].weight;
		if (!(number <= MODEL_WEIGHT_MAX))
			return too_heavy(session, weight->criterion);
		*model = model_with_weight(*model, criterion, number, &session->arena);
	}
	for (size_t i = 0; i < (*model)->criterion_count; i++)
		sum += (*model)->criteria[i].weight;
	if (list->count > 0 && !(sum > 0))
		return session_fail(session, SESSION_USAGE, "all weights are 0");
	return SESSION_OK;
}

static const struct db *load(struct session *session, const struct source_list *list,
			     const struct load_options *options)
{
	return db_load(list->at, list->count, options, &session->arena, &session->scratch,
		       &session->sink);
}

/*
 * A database of one's own. The classes are the vocabulary of the models rather than anybody's data:
 * where it has none, the built-in ones count.
 */
static const struct db *load_own(struct session *session, const struct load_options *options)
{
	const struct source_list *data = &session->inputs.data;
	const struct diag_sink before = session->sink;
	const struct db *db = load(session, data, options);
	struct source_list with_classes = {0};
	struct source classes;

	if (db->tables[TABLE_CLASSES].count > 0 || !builtin_file_find("classes.csv", &classes))
		return db;
	session->sink = before;
	for (size_t i = 0; i < data->count; i++)
		source_list_add(&with_classes, &session->arena, data->at[i]);
	source_list_add(&with_classes, &session->arena, classes);
	return load(session, &with_classes, options);
}

/* set: the properties that the model knows. */
static const struct db *load_database(struct session *session, const struct prop_set *set)
{
	const struct session_inputs *inputs = &session->inputs;
	const struct load_options data = {.separator = ',', .properties = set};
	const struct load_options added = {.separator = inputs->decimal_comma ? ';' : ',',
					   .decimal_comma = inputs->decimal_comma,
					   .properties = set};
	const struct db *db = db_builtin();

	if (inputs->data.count > 0)
		db = load_own(session, &data);
	/* A model may declare properties that the built-in image has no columns for. */
	if (inputs->added.count > 0 || db->properties.count < set->count)
		db = db_overlay(db, inputs->added.at, inputs->added.count, &added, &session->arena,
				&session->scratch, &session->sink);
	return db;
}

static void load_inputs(struct session *session)
{
	struct prop_set set;

	session->model = NULL;
	session->read = NULL;
	session->lookup = NULL;
	diag_sink_init(&session->sink, &session->arena);
	set = model_declared_properties(&session->inputs.model, &session->arena, &session->sink);
	session->db = load_database(session, &set);
	session->read =
	    model_read(&session->inputs.model, session->db, &session->arena, &session->sink);
	session->stale = false;
	session->reweigh = true;
}

enum session_status session_prepare(struct session *session)
{
	if (session->stale)
		load_inputs(session);
	if (session->reweigh) {
		const struct model *model = session->read;
		const enum session_status status = model ? weigh(session, &model) : SESSION_OK;

		if (status != SESSION_OK)
			return status;
		session->model = model;
		session->reweigh = false;
	}
	return diag_has_errors(&session->sink) || !session->model ? SESSION_INPUT : SESSION_OK;
}

enum session_status session_weigh(struct session *session, struct session_weight weight)
{
	struct weight_list *list = &session->inputs.weights;
	struct session_weight before;
	enum session_status status = session_prepare(session);
	bool had_before;

	if (status > SESSION_INPUT)
		return status;
	had_before = take_weight(list, weight.criterion, &before);
	session_set_weight(session, weight);
	status = session_prepare(session);
	if (status == SESSION_USAGE) { /* as if it had not been asked for */
		list->count--;
		if (had_before)
			list->at[list->count++] = before;
	}
	return status;
}

static void add_option(struct text *line, const char *name, struct str value)
{
	text_addf(line, " --%s ", name);
	shell_add_word(line, value);
}

void session_add_options(const struct session *session, struct text *line)
{
	const struct session_inputs *inputs = &session->inputs;
	char number[NUMBER_TEXT_MAX];

	if (inputs->data_path.length > 0)
		add_option(line, "data", inputs->data_path);
	for (size_t i = 0; i < inputs->added.count; i++)
		add_option(line, "add", str_from(inputs->added.at[i].name));
	if (inputs->decimal_comma)
		text_addf(line, " --decimal-comma");
	if (inputs->model_name.length > 0)
		add_option(line, "model", inputs->model_name);
	for (size_t i = 0; i < inputs->weights.count; i++) {
		const struct session_weight *weight = &inputs->weights.at[i];

		text_addf(line, " --weight ");
		shell_add_word(line, weight->criterion);
		text_addf(line, "=%s" STR_FORMAT, weight->multiply ? "x" : "",
			  STR_ARGS(number_write(number, weight->number)));
	}
}
