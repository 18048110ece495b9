#!/bin/sh
# SPDX-License-Identifier: MIT
# A workbook holds what the TSV of the same result says, number for number and text for text:
#
#     tests/program/xlsx.sh PROGRAM
set -eu
screen=$1
command -v unzip >/dev/null || { echo "skipped: no unzip here"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unset NO_COLOR COLUMNS || :

if ! "$screen" list units --output units.xlsx 2>lack; then
	grep -q "no xlsx: " lack || { cat lack; exit 1; }
	[ ! -e units.xlsx ] || { echo "a file was left behind"; exit 1; }
	echo "skipped: $(sed -n 1p lack)"
	exit 77
fi

# "ROW COLUMN TYPE VALUE" of every cell of a sheet; TYPE: n number, s text, b flag.
cells() { # WORKBOOK SHEET-NUMBER
	unzip -p "$1" "xl/worksheets/sheet$2.xml" | tr '\n' '\001' | sed 's/<c r="/\n<c r="/g' |
		awk '
		function number(letters,  i, n) {
			n = 0
			for (i = 1; i <= length(letters); i++)
				n = n * 26 + index(alphabet, substr(letters, i, 1))
			return n
		}
		BEGIN { alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" }
		!/^<c r="/ { next }
		{
			place = $0; sub(/^<c r="/, "", place); sub(/".*/, "", place)
			letters = place; sub(/[0-9]+/, "", letters)
			row = place; sub(/[A-Z]+/, "", row)
			type = /t="inlineStr"/ ? "s" : /t="b"/ ? "b" : "n"
			if (/<f>/) type = "FORMULA"
			value = $0
			if (type == "s") { sub(/.*<t[^>]*>/, "", value); sub(/<\/t>.*/, "", value) }
			else { sub(/.*<v>/, "", value); sub(/<\/v>.*/, "", value) }
			gsub(/&lt;/, "<", value); gsub(/&gt;/, ">", value)
			gsub(/&quot;/, "\"", value); gsub(/&amp;/, "\\&", value)
			gsub(/_x005F_/, "_", value); gsub(/[\001\t]/, " ", value)
			printf "%d\t%d\t%s\t%s\n", row, number(letters), type, value
		}'
}

# compare TSV CELLS: every cell of the one is in the other; prints what is not.
compare() {
	awk -F '\t' '
		function same(a, b,  d) {
			d = a - b
			return d <= 1e-15 * (a < 0 ? -a : a) && d >= -1e-15 * (a < 0 ? -a : a)
		}
		NR == FNR { type[$1, $2] = $3; value[$1, $2] = $4; count++; next }
		{
			for (i = 1; i <= NF; i++) {
				text = $i
				sub(/^\047/, "", text) # the guard of formulas
				if (text == "")
					continue
				found++
				t = type[FNR, i]; v = value[FNR, i]
				good = 0
				if (t == "s") good = v == text
				if (t == "b") good = v == (text == "true")
				if (t == "n")
					good = text ~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/ && same(v, text)
				if (good)
					continue
				printf "row %d column %d: [%s] %s, TSV %s\n", FNR, i, t, v, text
				bad++
			}
		}
		END {
			if (found != count) { printf "%d cells, TSV %d\n", count, found; bad++ }
			if (found < 100) { print "hardly any cells"; bad++ }
			exit bad > 0
		}' "$2" "$1"
}

cat >hostile.csv <<'END'
id,name,boiling_point,cas
evil1,"=cmd|'/c calc'!A1",150,
evil2,"<script>alert(1)</script> & ""q"" ]]> _x0041_",151,
evil3,"@SUM(1+1)*",152,
END

"$screen" --se Li6PS5Cl --binder NBR,SEBS --output ranking.xlsx
"$screen" --se Li6PS5Cl --binder NBR,SEBS --format tsv >ranking.tsv
cells ranking.xlsx 1 >list
compare ranking.tsv list
# CAS numbers are texts, scores are numbers.
cas=$(awk -F '\t' '$1 == 1 && $4 == "solvent_cas" { print $2 }' list)
awk -F '\t' -v cas="$cas" '$1 > 1 && $2 == cas && $3 != "s" { exit 1 }' list
# The rejected ones stand on a sheet of their own, with the reason.
ranked=$(($(wc -l <ranking.tsv) - 1))
rejected=$(($("$screen" --se Li6PS5Cl --binder NBR,SEBS --all --format tsv | wc -l) - 1 - ranked))
cells ranking.xlsx 3 >list
[ "$(awk -F '\t' '$1 > 1 { print $1 }' list | sort -u | wc -l)" -eq $rejected ]
grep -q "rejected_by_why" list
# A row is as high as its lines: reasons of two gates do not run into the row below.
unzip -p ranking.xlsx xl/worksheets/sheet3.xml | tr '\n' '\001' | sed 's/<row /\n<row /g' |
	awk '
		/^<row / && /\001/ {
			found++
			if (!/^<row [^>]*ht="[3-9][05]"/) { print substr($0, 1, 80); bad++ }
		}
		END { exit !found || bad > 0 }'
# Every column of every sheet is explained.
cells ranking.xlsx 5 | awk -F '\t' '$2 == 1 { print $4 }' >explained
for sheet in 1 3 4; do
	cells ranking.xlsx $sheet | awk -F '\t' '$1 == 1 { print $4 }' | grep -vxFf explained && {
		echo "columns of sheet $sheet that no line explains"
		exit 1
	}
done

"$screen" list solvents --output solvents.xlsx
"$screen" list solvents --format tsv >solvents.tsv
cells solvents.xlsx 1 >list
compare solvents.tsv list

"$screen" --se Li6PS5Cl --binder NBR --add hostile.csv --output hostile.xlsx 2>/dev/null || :
"$screen" --se Li6PS5Cl --binder NBR --add hostile.csv --format tsv >hostile.tsv 2>/dev/null || :
cells hostile.xlsx 1 >list
compare hostile.tsv list
if grep -q FORMULA list; then exit 1; fi
if command -v xmllint >/dev/null; then
	for sheet in 1 2 3 4 5; do
		unzip -p hostile.xlsx "xl/worksheets/sheet$sheet.xml" | xmllint --noout -
	done
fi

# The same result, the same bytes.
"$screen" --se Li6PS5Cl --binder NBR,SEBS --output again.xlsx
cmp ranking.xlsx again.xlsx
# Its sentence when it cannot be written, and nothing left behind.
status=0
"$screen" --se Li6PS5Cl --format xlsx >/dev/full 2>message || status=$?
[ $status -eq 3 ] && grep -q "cannot write" message
[ -z "$(find . -name '*.xlsx.*')" ]
echo "good"
