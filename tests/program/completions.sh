#!/bin/bash
# SPDX-License-Identifier: MIT
# Completions as bash, zsh and fish give them; a shell that is not there is left out, and said so.
#
#     tests/program/completions.sh PROGRAM
set -u
screen=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit
mkdir bin
ln -s "$screen" bin/slurryscreen
export PATH=$work/bin:$PATH
: >my-table.csv
export HOME=$work
printf 'id,name,boiling_point\nzorbane,Zorbane,120\n' >own.csv
cp own.csv "own file.csv"
printf 'broken' >broken.json
sed 's/"drying"/"dryness"/' "$root/data/models/slurry.json" >own.json
for shell in bash zsh fish; do
	sed -e s/@NAME@/slurryscreen/g -e s/@FUNCTION@/slurryscreen/g \
		"$root/share/completions/$shell.in" >"$shell.completion"
done
mkdir functions
cp zsh.completion functions/_slurryscreen
bad=0

# The line, and what must be among the candidates.
cases=(
	"slurryscreen li|list"
	"slurryscreen --form|--format"
	"slurryscreen rank --se Li6PS5C|Li6PS5Cl"
	"slurryscreen rank --binder NBR,seb|NBR,sebs"
	"slurryscreen --se x --format mark|markdown"
	"slurryscreen --where solvent.flash|solvent.flash_point"
	"slurryscreen --weight drying|drying="
	"slurryscreen show aniso|anisole"
	"slurryscreen list expo|exposure"
	"slurryscreen validate my-|my-table.csv"
	"slurryscreen --output my-|my-table.csv"
	"slurryscreen --solvent DBM:xylen|xylene"
	"slurryscreen --solvent DBM:xylene=80:20,anis|anisole"
	"slurryscreen --solvent anisole,p-xyl|anisole,p-xylene"
	"slurryscreen --where solvent.class=cycloalka|cycloalkane"
	"slurryscreen --add own.csv --solvent zorb|zorbane"
	"slurryscreen show --add=own.csv zorb|zorbane"
	"slurryscreen --add ~/own.csv --solvent zorb|zorbane"
	"slurryscreen --add broken.json --add none.csv --solvent aniso|anisole"
	"slurryscreen --model own.json --weight dryn|dryness="
)
# The same with words in quotes, which the shells take apart themselves.
quoted=(
	'slurryscreen --add "own file.csv" --solvent zorb|zorbane'
	'slurryscreen --output "own f|own file.csv'
	'slurryscreen --where "solvent.class=alkyl h|alkyl halide'
	'slurryscreen --where "ghs~H350|H350'
)

check() { # SHELL LINE EXPECTED OUTPUT
	grep -qF -- "$3" <<<"$4" && return
	printf '%s: "%s" does not give %s but:\n%s\n' "$1" "$2" "$3" "$4"
	bad=1
}

# shellcheck source=/dev/null
. ./bash.completion
in_bash_words() { # WORD...
	local word
	COMP_WORDS=()
	for word in "$@"; do
		while [[ $word == *[=:]* && $word != \"* ]]; do # as readline does
			COMP_WORDS+=("${word%%[=:]*}")
			word=${word#"${word%%[=:]*}"}
			COMP_WORDS+=("${word:0:1}")
			word=${word:1}
		done
		COMP_WORDS+=("$word")
	done
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_slurryscreen 2>/dev/null
	printf '%s\n' "${COMPREPLY[@]}"
}
in_bash() { # LINE
	# shellcheck disable=SC2086 # words
	in_bash_words $1
}
for case in "${cases[@]}"; do
	check bash "${case%|*}" "${case#*|}" "$(in_bash "${case%|*}")"
done
check bash "--binder=NBR,seb" "NBR,sebs" "$(in_bash "slurryscreen --binder=NBR,seb")"
check bash "${quoted[0]}" zorbane \
	"$(in_bash_words slurryscreen --add '"own file.csv"' --solvent zorb)"
check bash "${quoted[1]}" "own file.csv" "$(in_bash_words slurryscreen --output '"own f')"
check bash "${quoted[2]}" "solvent.class=alkyl halide" \
	"$(in_bash_words slurryscreen --where '"solvent.class=alkyl h')"
check bash "a blank without quotes" 'alkyl\ halide' \
	"$(in_bash_words slurryscreen --where 'solvent.class=alkyl\ h')"

if command -v fish >/dev/null; then
	for case in "${cases[@]}" "${quoted[@]}"; do
		check fish "${case%|*}" "${case#*|}" "$(HOME=$work fish --no-config -c \
			"source fish.completion; complete -C '${case%|*}'" 2>&1)"
	done
else
	echo "fish is not here: left out"
fi

# A real zsh on a terminal of its own: what it shows when the tabulator is pressed.
in_zsh() {
	zsh -f -s "$@" <<'END'
zmodload zsh/zpty
zpty -b z zsh -f -i
drain() { # SECONDS, PATTERN: until it is seen
	local c i
	for ((i = 0; i < $1 * 10; i++)); do
		while zpty -r -t z c; do out+=$c; done
		[[ $out == *$2* ]] && return
		sleep 0.1
	done
}
out=
zpty -w z 'PS1="%% "; fpath=($PWD/functions $fpath); autoload -U compinit'
zpty -w z 'compinit -u -D; stty cols 100; echo rea''dy'
drain 20 ready
for case in "$@"; do
	out=
	zpty -n -w z "${case%|*}"$'\t'
	drain 10 "${case#*|}"
	print -r -- "${case%|*} => ${out//[$'\r\n']/ }"
	# Not Ctrl-C: what is typed until the next prompt is there would be lost.
	zpty -n -w z $'\x15'
	drain 0.2 NEVER
done
zpty -d z
END
}
if command -v zsh >/dev/null; then
	shown=$(in_zsh "${cases[@]}" "${quoted[@]}" 2>&1)
	for case in "${cases[@]}" "${quoted[@]}"; do
		check zsh "${case%|*}" "${case#*|}" "$(grep -F -- "${case%|*} => " <<<"$shown")"
	done
else
	echo "zsh is not here: left out"
fi
[ $bad -eq 0 ] && echo good
exit $bad
