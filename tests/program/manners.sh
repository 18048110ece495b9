#!/bin/sh
# SPDX-License-Identifier: MIT
# Progress only on a terminal, and a stop by the user leaves no half-written file.
#
#     tests/program/manners.sh PROGRAM
set -eu
screen=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

make_many() { # ROWS
	awk -v rows="$1" 'BEGIN {
		print "id,name,boiling_point,density,donor_number"
		for (i = 0; i < rows; i++)
			printf "made-up-%d,Made up %d,%d,0.9,%d\n", i, i, 80 + i % 150, i % 20
	}' >many.csv
}

make_exposures() { # ELECTROLYTES: each with every solvent, half of them bad
	"$screen" list electrolytes -f csv | sed '1d; s/,.*//' | head -n "$1" >electrolytes.txt
	"$screen" list solvents -f csv | sed '1d; s/,.*//; /"/d' | awk 'BEGIN {
		print "id,electrolyte,solvent,outcome,grade,source"
		while ((getline line <"electrolytes.txt") > 0)
			electrolyte[n++] = line
	} {
		for (i = 0; i < n; i++)
			printf "own-%d-%d,%s,%s,%s,primary,lab\n", NR, i, electrolyte[i], $1,
				NR % 2 ? "compatible" : "incompatible"
	}' >exposures.csv
}

# Few rows to write and all binders, so that scoring is what takes the time.
many="--se LPSCl --add many.csv --top 50 --format csv"
make_many 20000

# Piped: nothing but the product.
# shellcheck disable=SC2086 # words
"$screen" $many >out 2>err
[ ! -s err ] || { echo "piped, but it says:"; cat err; exit 1; }

if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	# Enough work for it to show, after half a second of scoring, whatever the build.
	for rows in 20000 80000 320000 1280000; do
		make_many $rows
		TERM=xterm script -qec "$screen $many -o all.csv" shown >/dev/null </dev/null
		if grep -q "screen: scoring, [0-9]*%" shown; then break; fi
	done
	grep -q "screen: scoring, [0-9]*%" shown || { echo "no progress on a terminal"; exit 1; }
	for how in "-q" "--quiet"; do
		TERM=xterm script -qec "$screen $many -o all.csv $how" shown \
			>/dev/null </dev/null
		if grep -q "scoring" shown; then echo "progress with $how"; exit 1; fi
	done
	# All that may take long, with as much of it as it takes for that.
	shows() { # PATTERN AMOUNT... -- WORD...: AMOUNT for @, or rows of the file
		pattern=$1
		shift
		amounts=
		while [ "$1" != -- ]; do
			amounts="$amounts $1"
			shift
		done
		shift
		for amount in $amounts; do
			line=$(printf '%s' "$*" | sed "s/@/$amount/")
			case $line in
			*many.csv*) make_many "$amount" ;;
			*exposures.csv*) make_exposures "$amount" ;;
			esac
			TERM=xterm script -qec "$screen $line" shown >/dev/null </dev/null
			if grep -q "screen: $pattern" shown; then return; fi
		done
		echo "no progress: $*"
		exit 1
	}
	shows "trying orders, [0-9]*%" 500 5000 50000 -- \
		--se LPSCl --binder NBR,SEBS,SBR --robust --draws @ -o out
	shows "trying orders, [0-9]*%" 100000 1000000 -- \
		compare --se LPSCl --binder NBR anisole toluene p-xylene NMP --draws @ -o out
	shows "scoring, [0-9]*%" 5000 20000 80000 -- routes --se LPSCl --add many.csv -o out
	shows "scoring, [0-9]*%" 20000 80000 320000 -- \
		plot --se LPSCl --add many.csv --kind ranking -o out
	shows "writing, [0-9]*%" 20000 80000 320000 -- list solvents --add many.csv -o out.csv
	shows "writing, [0-9]*%" 20000 80000 320000 -- \
		--se LPSCl --binder NBR --add many.csv -o out.json
	shows "testing, [0-9]*%" 3 6 12 -- backtest --add exposures.csv -o out
	make_many 20000

	TERM=dumb script -qec "$screen $many -o all.csv" shown >/dev/null </dev/null
	if grep -q "scoring" shown; then echo "progress on a dumb terminal"; exit 1; fi
else
	echo "no script(1) here: progress is not looked at"
fi

# Ctrl-C at any time: no file, or a complete one; never a temporary one.
# shellcheck disable=SC2086
"$screen" $many --output complete.csv
mkdir stopped
for delay in 0.05 0.3 0.6 0.9 1.2 1.5; do
	# An interactive shell's child: one in the background would ignore the signal.
	# shellcheck disable=SC2086
	timeout -s INT "$delay" "$screen" $many --output stopped/out.csv || :
	if [ -e stopped/out.csv ]; then
		cmp -s complete.csv stopped/out.csv ||
			{ echo "half a file after $delay s"; exit 1; }
		rm stopped/out.csv
	fi
	[ -z "$(ls -A stopped)" ] || { echo "left behind after $delay s:"; ls -A stopped; exit 1; }
done
# While a long file is written the stop does not wait for its end.
make_many 80000
"$screen" --se LPSCl --binder NBR --add many.csv --output stopped/out.json &
writer=$!
while [ -z "$(ls -A stopped)" ]; do sleep 0.05; done
kill -s TERM $writer
ended=0
wait $writer || ended=$?
[ $ended -eq 143 ] || { echo "a stop while writing ends with $ended"; exit 1; }
[ -z "$(ls -A stopped)" ] || { echo "left behind while writing:"; ls -A stopped; exit 1; }
echo good
