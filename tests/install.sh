#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs a build into an empty tree and uses it there: the program, the pages, the library through
# find_package() and through pkg-config.
#
#     tests/install.sh BUILD-FOLDER C-COMPILER [C-FLAG...]
set -eu
build=$1 compiler=$2
shift 2
flags=$*
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unset DESTDIR PKG_CONFIG_PATH CMAKE_PREFIX_PATH || :

fail() {
	echo "$1"
	exit 1
}

cmake --install "$build" --prefix "$work/usr" >log || { cat log; exit 1; }
# Moved, to see that nothing remembers where it was.
mv usr tree
tree=$work/tree
"$tree/bin/slurryscreen" --version | grep -q '^slurryscreen ' || fail "the program does not run"
if [ -e "$tree/bin/screen" ]; then
	"$tree/bin/screen" --version >/dev/null || fail "its short name does not run"
	short=screen
else
	short=
fi
for name in slurryscreen $short; do
	for file in "man/man1/$name.1" "bash-completion/completions/$name" \
		"zsh/site-functions/_$name" "fish/vendor_completions.d/$name.fish"; do
		[ -s "$tree/share/$file" ] || fail "$file is missing"
	done
done
[ -n "$short" ] || ! find "$tree" -name 'screen*' -o -name '_screen' | grep . ||
	fail "the short name is there although it was not wanted"
grep -rlF "$work" "$tree/lib" --include='*.pc' --include='*.cmake' &&
	fail "these files remember where they were installed"
[ -s "$tree/share/man/man5/slurryscreen-data.5" ] || fail "a man page is missing"
# Links between the pages hold where they are installed.
pages=$tree/share/doc/slurryscreen
for page in "$pages"/*.md "$pages"/docs/*.md; do
	grep -o '](\([^)#:]*\)[)#]' "$page" | sed 's/^](//; s/[)#]$//' | sort -u |
		while read -r link; do
			[ -z "$link" ] || [ -e "$(dirname "$page")/$link" ] ||
				echo "$page: $link is not there"
		done
done >links
[ ! -s links ] || { cat links; fail "links of installed pages lead nowhere"; }
"$tree/bin/slurryscreen" --se LPSCl --binder NBR --data "$tree/share/slurryscreen/data" \
	--model "$tree/share/slurryscreen/data/models/slurry.json" >/dev/null ||
	fail "the installed data are no data"

expected="anisole recommended"
build_consumer() {
	cmake -S "$here/consumer" -B by-cmake -DCMAKE_PREFIX_PATH="$tree" \
		-DCMAKE_C_COMPILER="$compiler" -DCMAKE_C_FLAGS="$flags" && cmake --build by-cmake
}
build_consumer >log 2>&1 || { cat log; fail "find_package: no consumer"; }
[ "$(by-cmake/consumer)" = "$expected" ] || fail "find_package: the consumer says something else"

PKG_CONFIG_PATH=$(find "$tree/lib" -name pkgconfig)
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086 # flags are words
$compiler $flags $(pkg-config --cflags slurryscreen) "$here/consumer/consumer.c" \
	$(pkg-config --libs slurryscreen) -o by-pkg-config
[ "$(./by-pkg-config)" = "$expected" ] || fail "pkg-config: the consumer says something else"
echo good
