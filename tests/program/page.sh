#!/bin/sh
# SPDX-License-Identifier: MIT
# The page of --format html in a real browser (headless Chromium):
#
#     tests/program/page.sh PROGRAM
#
# For each run below the program scores random sets of weights; the page, given the same weights,
# must say the same to 1e-9. Then the table, the link and hostile names. Exit status 77: no browser.
set -eu
unset CDPATH

[ $# -eq 1 ] || { echo "usage: tests/program/page.sh PROGRAM" >&2; exit 2; }
screen=$1
here=$(cd -P "$(dirname "$0")/../page" && pwd)

browser=
for name in chromium chromium-browser google-chrome; do
	[ -n "$browser" ] || browser=$(command -v "$name" || :)
done
[ -n "$browser" ] || {
	echo "SKIPPED: no browser; the page is not tested. Install chromium to test it."
	exit 77
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
unset NO_COLOR COLUMNS

# Columns of a TSV by name, and weights, as one JavaScript object a run.
expected='
BEGIN { FS = "\t" }
NR == 1 {
	for (i = 1; i <= NF; i++) at[$i] = i
	printf "{weights: {%s}, rows: [", weights
	next
}
{
	key = $at["se"] "+" $at["binder"]
	if ($at["solvent"] != "") key = key "+" $at["solvent"]
	if ($at["salt"] != "") key = key "+" $at["salt"]
	printf "%s[\"%s\",%s,%s,%s,\"%s\",%s,%s]", (NR > 2 ? "," : ""), key, $at["score"],
		$at["score_low"], $at["score_high"], $at["verdict"], $at["coverage"],
		($at["rank"] == "" ? "null" : $at["rank"])
}
END { print "]}," }'

losses='
BEGIN { FS = "\t" }
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
$at["step"] ~ /^(term|measured|factor|limit)$/ {
	printf "[\"%s\",\"%s\",\"%s\",%s],", $at["step"], $at["criterion"], $at["term"],
		($at["loss_points"] == "" ? "0" : $at["loss_points"])
}'

# "compatibility=0.4311 ...", one line a set; now and then a weight of 0.
random_weights() { # SEED SETS CRITERION...
	seed=$1 sets=$2
	shift 2
	awk -v seed="$seed" -v sets="$sets" -v names="$*" 'BEGIN {
		srand(seed)
		count = split(names, name, " ")
		for (s = 0; s < sets; s++)
			for (i = 1; i <= count; i++) {
				weight = rand() < 0.08 ? 0 : rand()
				printf "%s=%.4f%s", name[i], weight, i < count ? " " : "\n"
			}
	}'
}

criteria_of() { # ARGUMENTS...
	"$screen" "$@" --format json --top 1 | tr -d '\n' |
		sed 's/.*"weights": {\([^}]*\)}.*/\1/' | tr ',' '\n' |
		sed -n 's/.*"\([a-z_]*\)": 0\.[0-9]*.*/\1/p' | tr '\n' ' '
}

# make_page NAME SETS ARGUMENTS...: the page, with what the program says about it behind it.
make_page() {
	page=$1 sets=$2 hostile=0
	shift 2
	[ "$page" != hostile ] || hostile=$(grep -c evil- "$here/hostile.json")
	"$screen" "$@" --format html >"$work/$page.plain"
	# shellcheck disable=SC2046
	random_weights "$sets" "$sets" $(criteria_of "$@") >"$work/$page.weights"
	{
		echo "const SETS = $sets;"
		echo "const HOSTILE = $hostile;"
		echo "const EXPECTED = ["
		while read -r line; do
			options=$(printf '%s' "$line" | sed 's/[^ ]*=/--weight &/g')
			pairs=$(printf '%s' "$line" | sed 's/=/: /g; s/ \([a-z]\)/, \1/g')
			# shellcheck disable=SC2086
			"$screen" "$@" $options --all --format tsv |
				awk -v weights="$pairs" "$expected"
		done <"$work/$page.weights"
		echo "];"
		echo "const LOSSES = {"
		[ "$page" != slurry ] || for solvent in anisole dibromomethane n-heptane; do
			printf '"li6ps5cl+nbr+%s": [' "$solvent"
			"$screen" explain "$@" --solvent "$solvent" --format tsv |
				awk "$losses"
			echo "],"
		done
		echo "};"
	} >"$work/$page.js"
	awk -v data="$work/$page.js" -v test="$here/test.js" '
		function show(file, line) {
			print "<script>"
			while ((getline line < file) > 0) print line
			close(file)
			print "</script>"
		}
		/^<script>$/ && !done {
			print "<script>const ERRORS = [];"
			print "window.onerror = (text) => { ERRORS.push(text); };</script>"
			done = 1
		}
		/^<\/body>$/ {
			show(data)
			show(test)
		}
		{ print }' "$work/$page.plain" >"$work/$page.html"
}

browse() { # NAME [WIDTH]
	timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic \
		--no-first-run --disable-background-networking --disable-component-update \
		--disable-sync --user-data-dir="$work/profile-$1" --window-size="${2:-1440},1000" \
		--dump-dom "file://$work/$1.html" >"$work/$1.dom" 2>"$work/$1.log" || {
		echo "the browser failed:"
		tail -n 5 "$work/$1.log"
		return 1
	}
	# What test.js found, one line each; the last line says how many checks it made.
	awk '
		sub(/.*<pre id="test-result">/, "") { inside = 1 }
		inside && sub(/<\/pre>.*/, "") { print; exit }
		inside { print }' "$work/$1.dom" >"$work/$1.result"
	sed "s/^/$1: /" "$work/$1.result"
	tail -n 1 "$work/$1.result" | grep -q '^good: [1-9]'
}

# Nothing but links in the text may name an address: no loads.
check_alone() { # NAME
	if grep -nE '<link|<img|<iframe|@import|url\(|fetch\(|XMLHttpRequest| src=' \
		"$work/$1.plain"; then
		echo "$1: the page loads something"
		return 1
	fi
	size=$(wc -c <"$work/$1.plain")
	echo "$1: $size bytes"
	[ "$size" -le "$2" ] || { echo "$1: more than $2 bytes"; return 1; }
}

failed=0
make_page slurry 50 --se Li6PS5Cl --binder NBR
check_alone slurry 450000 || failed=1
browse slurry || failed=1
make_page salt 6 --se Li6PS5Cl --binder NBR,PEO --salt LiTFSI --missing worst --top 100
browse salt || failed=1
make_page solution 5 --se Li6PS5Cl --binder NBR --route solution
browse solution || failed=1
make_page dry 4 --se Li6PS5Cl --route dry
browse dry || failed=1
make_page electrolytes 3 --se Li6PS5Cl,LGPS --binder NBR,SEBS
browse electrolytes 1100 || failed=1
make_page hostile 2 --se Li6PS5Cl --binder NBR --add "$here/hostile.json"
browse hostile || failed=1
browse hostile 500 || failed=1
exit $failed
