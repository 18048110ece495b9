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
)

check() { # SHELL LINE EXPECTED OUTPUT
	grep -qF -- "$3" <<<"$4" && return
	printf '%s: "%s" does not give %s but:\n%s\n' "$1" "$2" "$3" "$4"
	bad=1
}

# shellcheck source=/dev/null
. ./bash.completion
in_bash() { # LINE
	local word
	COMP_WORDS=()
	for word in $1; do
		while [[ $word == *=* ]]; do # as readline does
			COMP_WORDS+=("${word%%=*}" "=")
			word=${word#*=}
		done
		COMP_WORDS+=("$word")
	done
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_slurryscreen 2>/dev/null
	printf '%s\n' "${COMPREPLY[@]}"
}
for case in "${cases[@]}"; do
	check bash "${case%|*}" "${case#*|}" "$(in_bash "${case%|*}")"
done
check bash "--binder=NBR,seb" "NBR,sebs" "$(in_bash "slurryscreen --binder=NBR,seb")"

if command -v fish >/dev/null; then
	for case in "${cases[@]}"; do
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
	zpty -n -w z $'\x03'
	drain 0.3 NEVER
done
zpty -d z
END
}
if command -v zsh >/dev/null; then
	shown=$(in_zsh "${cases[@]}" 2>&1)
	for case in "${cases[@]}"; do
		check zsh "${case%|*}" "${case#*|}" "$(grep -F -- "${case%|*} => " <<<"$shown")"
	done
else
	echo "zsh is not here: left out"
fi
[ $bad -eq 0 ] && echo good
exit $bad
