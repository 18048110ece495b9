#!/bin/sh
# SPDX-License-Identifier: MIT
# What docs/ shows of the program is what the program says.
#
#     tests/console.sh [--accept] PROGRAM FILE.md...
#
# A block that begins with ```console holds a line "$ screen ..." and below it what the program
# prints, at 80 columns. The version reads @VERSION@ and the database's hash @DATABASE@. --accept
# writes what it prints now.
set -eu
unset CDPATH NO_COLOR CLICOLOR CLICOLOR_FORCE FORCE_COLOR COLUMNS LINES

accept=no
if [ "${1-}" = --accept ]; then
	accept=yes
	shift
fi
[ $# -ge 2 ] || { echo "usage: tests/console.sh [--accept] PROGRAM FILE.md..." >&2; exit 2; }
screen=$1
shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$screen" "$work/bin/screen"
PATH=$work/bin:$PATH
LC_ALL=C.UTF-8
export PATH LC_ALL
version=$(screen --version | sed -n 's/^slurryscreen \([0-9.]*\) .*/\1/p' | sed 's/\./\\./g')
database=$(screen --version | sed -n 's/.*(database \([0-9a-f]*\)).*/\1/p')

# The page with each block's output made anew.
render() {
	inside=no
	while IFS= read -r line; do
		case $inside,$line in
		no,'```console')
			inside='head'
			printf '%s\n' "$line"
			;;
		head,'$ '*)
			inside=body
			printf '%s\n' "$line"
			(cd "$work" && sh -c "${line#??}" </dev/null 2>&1) |
				sed -e "s/slurryscreen $version/slurryscreen @VERSION@/" \
					-e "s/$database/@DATABASE@/g"
			;;
		body,'```')
			inside=no
			printf '%s\n' "$line"
			;;
		body,*) ;;
		*) printf '%s\n' "$line" ;;
		esac
	done <"$1"
}

status=0
for page in "$@"; do
	render "$page" >"$work/page"
	if [ $accept = yes ]; then
		cmp -s "$page" "$work/page" || cp "$work/page" "$page"
	elif ! diff -u "$page" "$work/page"; then
		echo "$page is not what the program says; run tests/console.sh --accept" >&2
		status=1
	fi
done
exit $status
