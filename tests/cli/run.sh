#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden cases of the command line. See tests/README.md.
#
#     tests/cli/run.sh [--accept] [--screen PROGRAM] [TOPIC | TOPIC/CASE | FILE.cmd ...]
#
# Runs all cases, or those named. --accept writes what the program does now as the expectation.
# The program is build/dev/screen unless named by --screen or $SCREEN.
set -eu
unset CDPATH

cli=$(cd -P "$(dirname "$0")" && pwd)
root=$(cd "$cli/../.." && pwd)
start=$PWD
screen=${SCREEN:-$root/build/dev/screen}
accept=no

usage() {
	echo "usage: tests/cli/run.sh [--accept] [--screen PROGRAM] [TOPIC | TOPIC/CASE ...]" >&2
	exit 2
}

while [ $# -gt 0 ]; do
	case $1 in
	--accept) accept=yes ;;
	--screen)
		[ $# -gt 1 ] || usage
		screen=$2
		shift
		;;
	-*) usage ;;
	*) break ;;
	esac
	shift
done
case $screen in
/*) ;;
*) screen=$start/$screen ;;
esac
[ -x "$screen" ] || { echo "run.sh: $screen is not there; build it first" >&2; exit 2; }

version=$(sed -n 's/^[[:space:]]*VERSION \([0-9.]*\)$/\1/p' "$root/CMakeLists.txt")
number=$(printf '%s' "$version" | sed 's/\./\\./g')
# The built-in data's hash, as --version shows its beginning.
hash=$("$screen" --version | sed -n 's/.*(database \([0-9a-f]*\)).*/\1/p')
replacement="s/${hash:-none}[0-9a-f]*/@DATABASE@/g
s/\\([^0-9.]\\|^\\)$number\\([^0-9.]\\|\$\\)/\\1@VERSION@\\2/g"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
mkdir "$work/bin"
ln -s "$screen" "$work/bin/screen"

# The same surroundings on every machine. The sanitizers' options pass through.
unset NO_COLOR CLICOLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS LINES LANG LANGUAGE POSIXLY_CORRECT
LC_ALL=C TERM=dumb TZ=UTC0 DATA=input
PATH=$work/bin:$PATH
export LC_ALL TERM TZ DATA PATH

# Puts @VERSION@ and @DATABASE@ where the program wrote its version and the hash of its data: the
# two things that are not compared.
replace_version() {
	if grep -qF -e "$version" -e "${hash:-none}" "$1"; then
		sed "$replacement" "$1" >"$1.new"
		mv "$1.new" "$1"
	fi
}

# compare EXPECTED ACTUAL: a missing file means nothing.
compare() {
	expected=$1
	[ -e "$expected" ] || expected=/dev/null
	cmp -s "$expected" "$2" && return 0
	diff -u -L "$1 (expected)" -L "$1 (now)" "$expected" "$2" || :
	return 1
}

# keep EXPECTED ACTUAL NOTHING: writes the expectation, no file where it says NOTHING.
keep() {
	if cmp -s "$2" "$3"; then
		rm -f "$1"
	else
		cmp -s "$1" "$2" || cp "$2" "$1"
	fi
}

printf '0\n' >"$work/zero"
: >"$work/nothing"
ran=0
failed=0

run_case() {
	case_file=$1
	base=${case_file%.cmd}
	name=${base#"$cli"/}
	rm -rf "$work/here"
	mkdir "$work/here"
	ln -s "$cli/input" "$work/here/input"
	status=0
	(cd "$work/here" && exec sh "$case_file") \
		>"$work/out" 2>"$work/err" </dev/null || status=$?
	printf '%s\n' "$status" >"$work/exit"
	replace_version "$work/out"
	replace_version "$work/err"
	ran=$((ran + 1))
	if [ $accept = yes ]; then
		keep "$base.out" "$work/out" "$work/nothing"
		keep "$base.err" "$work/err" "$work/nothing"
		keep "$base.exit" "$work/exit" "$work/zero"
		return
	fi
	[ -e "$base.exit" ] && expected_exit=$base.exit || expected_exit=$work/zero
	good=yes
	compare "$base.out" "$work/out" || good=no
	compare "$base.err" "$work/err" || good=no
	if ! cmp -s "$expected_exit" "$work/exit"; then
		echo "exit status $status, expected $(cat "$expected_exit")"
		good=no
	fi
	[ $good = yes ] && return
	failed=$((failed + 1))
	echo "FAILED: $name"
	sed 's/^/    /' "$case_file"
	echo
}

# What the arguments name, as files.
list_cases() {
	[ $# -gt 0 ] || set -- "$cli"
	for what in "$@"; do
		for path in "$start/$what" "$what" "$cli/$what" "$cli/$what.cmd"; do
			if [ -d "$path" ]; then
				find "$(cd "$path" && pwd)" -name '*.cmd' | sort
				continue 2
			elif [ -f "$path" ]; then
				echo "$(cd "$(dirname "$path")" && pwd)/$(basename "$path")"
				continue 2
			fi
		done
		echo "run.sh: no case or topic $what" >&2
		return 2
	done
}

list_cases "$@" >"$work/cases" || exit $?
while read -r case_file; do
	run_case "$case_file"
done <"$work/cases"

if [ "$ran" -eq 0 ]; then
	echo "run.sh: no cases" >&2
	exit 2
fi
if [ $accept = yes ]; then
	echo "$ran cases accepted; look at the difference before you commit it"
else
	echo "$ran cases, $failed failed"
fi
[ "$failed" -eq 0 ]
