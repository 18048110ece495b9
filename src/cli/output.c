/* SPDX-License-Identifier: MIT */
/*
 * Where results go. A file is written under a temporary name in the same folder and renamed when it
 * is complete; until then a stop by the user waits for the next row, where the temporary file goes
 * first, so that nothing half-written is left behind.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/progress.h"

enum { WIDTH_DEFAULT = 80, WIDTH_MIN = 40 };
/* Rows between two looks at the clock and at signals: a few milliseconds. */
enum { ROWS_A_LOOK = 64 };

struct output {
	FILE *stream;
	const char *path;      /* NULL: standard output */
	const char *temporary; /* NULL: the path itself is written */
	sigset_t before;       /* signals */
	bool waiting;          /* signals wait */
};

static struct format_options options_for(const struct cli *cli)
{
	struct format_options made = format_options_default();
	const struct cli_world *world = cli->world;
	const size_t when = cli_option(cli, OPTION_COLOR)->choice;
	const bool to_terminal = world->out_is_terminal && !cli_given(cli, OPTION_OUTPUT);

	made.width = world->columns > 0 ? world->columns : WIDTH_DEFAULT;
	if (made.width < WIDTH_MIN)
		made.width = WIDTH_MIN;
	if (cli_given(cli, OPTION_WIDTH))
		made.width = (int)cli_option(cli, OPTION_WIDTH)->number;
	made.colour = when == COLOR_ALWAYS || (when == COLOR_AUTO && to_terminal && world->colours);
	made.unicode = world->utf8 && !cli_given(cli, OPTION_ASCII);
	made.excel = cli_given(cli, OPTION_EXCEL);
	made.decimal_comma = cli_given(cli, OPTION_DECIMAL_COMMA);
	return made;
}

static bool ends_with(struct str s, const char *end)
{
	const struct str tail = str_from(end);

	return tail.length > 0 && s.length > tail.length + 1 &&
	       s.at[s.length - tail.length - 1] == '.' &&
	       str_is(str_part(s, s.length - tail.length, tail.length), end);
}

static const char *output_path(const struct cli *cli)
{
	const struct option_value *file = cli_option(cli, OPTION_OUTPUT);

	return file->given == 0 || str_is(file->text, "-") ? NULL : file->text.at;
}

const struct format *cli_format(const struct cli *cli)
{
	const struct option_value *format = cli_option(cli, OPTION_FORMAT);
	const struct str output = cli_option(cli, OPTION_OUTPUT)->text;

	if (format->given > 0)
		return &formats[format->choice];
	if (cli_given(cli, OPTION_EXCEL))
		return format_find(STR_LITERAL("csv"));
	for (size_t i = 0; i < format_count; i++)
		if (ends_with(output, formats[i].extension))
			return &formats[i];
	return &formats[0];
}

struct str cli_output_ending(const struct cli *cli)
{
	const char *path = output_path(cli);
	struct str name = str_from(path ? path : "");
	size_t i = name.length;

	while (i > 0 && name.at[i - 1] != '.' && name.at[i - 1] != '/')
		i--;
	if (i < 2 || name.at[i - 1] != '.' || name.at[i - 2] == '/')
		return STR_LITERAL("");
	return str_part(name, i, name.length);
}

/* A file that is called as something else will surprise who opens it. */
static void say_default_format(const struct cli *cli)
{
	const struct str ending = cli_output_ending(cli);
	struct text text;

	if (ending.length == 0 || str_is(ending, formats[0].extension) ||
	    cli_given(cli, OPTION_FORMAT) || cli_format(cli) != &formats[0])
		return;
	text_init(&text, session_scratch(cli->session));
	text_addf(&text,
		  "no format ends in ." STR_FORMAT ": '%s' will be a %s; --format says "
		  "otherwise",
		  STR_ARGS(ending), output_path(cli), formats[0].name);
	cli_say(cli, text_str(&text));
}

enum session_status cli_check_format(struct cli *cli)
{
	const struct format *format = cli_format(cli);
	const char *lack = format_lack(format);

	say_default_format(cli);

	if (lack) {
		(void)session_fail(cli->session, SESSION_USAGE, "no %s: %s", format->name, lack);
		session_advise(cli->session, "spreadsheets read --format csv --excel as well");
		return SESSION_USAGE;
	}
	if (format->binary && cli->world->out_is_terminal && !output_path(cli)) {
		(void)session_fail(cli->session, SESSION_USAGE, "%s is nothing for a terminal",
				   format->name);
		session_advise(cli->session, "such as: --output ranking.%s", format->extension);
		return SESSION_USAGE;
	}
	return SESSION_OK;
}

static enum session_status cannot_write(const struct cli *cli, const struct output *output)
{
	if (errno == EPIPE) /* the reader has seen enough: nothing to say */
		return session_fail(cli->session, SESSION_FAILED, "%s", "");
	return session_fail(cli->session, SESSION_FAILED, "cannot write %s%s%s: %s",
			    output->path ? "'" : "",
			    output->path ? output->path : "standard output",
			    output->path ? "'" : "", strerror(errno));
}

enum session_status cli_check_output(struct cli *cli)
{
	const struct output output = {.path = output_path(cli)};
	const struct str path = str_from(output.path ? output.path : "");
	size_t length = path.length;
	struct stat what;
	struct text folder;

	while (length > 0 && path.at[length - 1] != '/')
		length--;
	if (length == 0)
		return SESSION_OK;
	text_init(&folder, session_scratch(cli->session));
	text_add(&folder, str_part(path, 0, length));
	return stat(folder.at, &what) == 0 ? SESSION_OK : cannot_write(cli, &output);
}

/* Signals that end the program, without those that it was started to ignore. */
static sigset_t ending_signals(void)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action;
	sigset_t ending;

	(void)sigemptyset(&ending);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (sigaction(numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			(void)sigaddset(&ending, numbers[i]);
	return ending;
}

/* They wait until the file is complete, or until end_if_asked(). */
static void let_signals_wait(struct output *output)
{
	const sigset_t ending = ending_signals();

	output->waiting = sigprocmask(SIG_BLOCK, &ending, &output->before) == 0;
}

static bool a_signal_waits(void)
{
	const sigset_t ending = ending_signals();
	sigset_t pending;

	if (sigpending(&pending) != 0)
		return false;
	return (sigismember(&ending, SIGINT) && sigismember(&pending, SIGINT)) ||
	       (sigismember(&ending, SIGTERM) && sigismember(&pending, SIGTERM)) ||
	       (sigismember(&ending, SIGHUP) && sigismember(&pending, SIGHUP));
}

/* The temporary file goes, and the signal has its way. */
static void end_if_asked(struct output *output)
{
	if (!output->waiting || !a_signal_waits())
		return;
	if (output->temporary)
		(void)unlink(output->temporary);
	output->temporary = NULL;
	(void)sigprocmask(SIG_SETMASK, &output->before, NULL);
	output->waiting = false;
}

/* The clean-up, also when memory runs out in the middle: no temporary file stays. */
static void abandon(void *what)
{
	struct output *output = what;

	if (output->stream && output->path)
		(void)fclose(output->stream);
	if (output->temporary)
		(void)unlink(output->temporary);
	if (output->waiting)
		(void)sigprocmask(SIG_SETMASK, &output->before, NULL);
	*output = (struct output){0};
}

/* The permissions that a new file gets, or those of the file that will be replaced. */
static mode_t file_mode(const char *path)
{
	struct stat old;
	mode_t mask;

	if (stat(path, &old) == 0)
		return old.st_mode & 07777;
	mask = umask(0);
	(void)umask(mask);
	return 0666 & ~mask;
}

/* A device, pipe or link is written to; it cannot be replaced. */
static bool is_replaceable(const char *path)
{
	struct stat what;

	return lstat(path, &what) != 0 || S_ISREG(what.st_mode);
}

static bool open_temporary(struct cli *cli, struct output *output)
{
	struct text name;
	int descriptor;

	text_init(&name, session_scratch(cli->session));
	text_addf(&name, "%s.XXXXXX", output->path);
	let_signals_wait(output);
	descriptor = mkstemp(name.at);
	if (descriptor < 0)
		return false;
	output->temporary = name.at;
	output->stream = fdopen(descriptor, "wb");
	if (!output->stream) {
		(void)close(descriptor);
		return false;
	}
	return fchmod(descriptor, file_mode(output->path)) == 0;
}

/* path NULL: standard output. */
static bool open_output(struct cli *cli, struct output *output, const char *path)
{
	if (!path) {
		output->stream = cli->world->out;
		return true;
	}
	output->path = path;
	if (is_replaceable(output->path))
		return open_temporary(cli, output);
	output->stream = fopen(output->path, "wb");
	return output->stream != NULL;
}

/* Complete or not at all. */
static bool close_output(struct output *output)
{
	FILE *stream = output->stream;
	bool complete;

	if (!output->path)
		return fflush(stream) == 0 && !ferror(stream);
	complete = !ferror(stream);
	output->stream = NULL;
	complete &= fclose(stream) == 0;
	if (complete && output->temporary) {
		complete = rename(output->temporary, output->path) == 0;
		if (complete)
			output->temporary = NULL;
	}
	return complete;
}

/* What to write. */
struct product {
	const struct report *report; /* NULL: text, or what a function writes */
	const struct format *format; /* of the report */
	struct str text;
	bool (*write)(void *context, FILE *out);
	void *context;
};

struct writing {
	struct watcher watcher;
	struct output *output;
};

static void row_written(void *context, size_t done, size_t total)
{
	const struct writing *writing = context;

	if (done % ROWS_A_LOOK > 0)
		return;
	end_if_asked(writing->output);
	watcher_tell(&writing->watcher, done, total);
}

/* The report as it is, with somebody who looks on. */
static struct report watched(const struct report *report, struct writing *writing,
			     struct arena *arena)
{
	struct report made = *report;
	struct report *parts = ARENA_NEW(arena, report->part_count, struct report);

	made.watcher = (struct watcher){row_written, writing};
	for (size_t i = 0; i < report->part_count; i++) {
		parts[i] = report->parts[i];
		parts[i].watcher = made.watcher;
	}
	made.parts = parts;
	return made;
}

static bool write_report(struct cli *cli, const struct product *product, struct output *output)
{
	struct progress progress = progress_begin(cli, "writing");
	struct arena *scratch = session_scratch(cli->session);
	struct writing writing = {progress_watcher(&progress), output};
	const struct report report = watched(product->report, &writing, scratch);
	const struct format_options made = options_for(cli);
	bool written;

	/* Where the product goes to the terminal, it is its own progress. */
	if (cli->world->out_is_terminal && !output->path)
		writing.watcher.tell = NULL;
	written = product->format->write(&report, &made, scratch, output->stream);
	progress_end(&progress);
	return written;
}

static bool write_product(struct cli *cli, const struct product *product, struct output *output)
{
	FILE *stream = output->stream;

	if (product->report)
		return write_report(cli, product, output);
	if (product->write)
		return product->write(product->context, stream);
	return fwrite(product->text.at, 1, product->text.length, stream) == product->text.length;
}

static enum session_status write_out(struct cli *cli, const struct product *product,
				     const char *path)
{
	struct output *output = ARENA_NEW(session_scratch(cli->session), 1, struct output);
	enum session_status status = SESSION_OK;
	int reason;

	arena_defer(session_scratch(cli->session), abandon, output);
	if (!open_output(cli, output, path) || !write_product(cli, product, output) ||
	    !close_output(output))
		status = cannot_write(cli, output);
	reason = errno;
	abandon(output);
	errno = reason;
	return status;
}

static enum session_status no_matrix(const struct cli *cli)
{
	(void)session_fail(cli->session, SESSION_USAGE,
			   "--format %s shows a ranking of one "
			   "electrolyte",
			   cli_format(cli)->name);
	session_advise(cli->session, "solvents are its lines and binders its columns");
	return SESSION_USAGE;
}

enum session_status cli_write_report(struct cli *cli, const struct report *report)
{
	const struct product product = {.report = report, .format = cli_format(cli)};

	if (product.format->matrix && !report->pivot)
		return no_matrix(cli);
	return write_out(cli, &product, output_path(cli));
}

enum session_status cli_write_report_to(struct cli *cli, const struct report *report,
					const struct format *format, const char *path)
{
	const struct product product = {.report = report, .format = format};

	return write_out(cli, &product, path);
}

enum session_status cli_write_text(struct cli *cli, struct str text)
{
	const struct product product = {.text = text};

	return write_out(cli, &product, output_path(cli));
}

enum session_status cli_write_with(struct cli *cli, bool (*write)(void *context, FILE *out),
				   void *context)
{
	const struct product product = {.write = write, .context = context};

	return write_out(cli, &product, output_path(cli));
}

enum session_status cli_write_file(struct cli *cli, const char *path, struct str text)
{
	const struct product product = {.text = text};

	return write_out(cli, &product, path);
}

bool cli_out_colour(const struct cli *cli)
{
	return options_for(cli).colour;
}
