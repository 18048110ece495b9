# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What scripts/screen and scripts/test share: find or install what the build needs, build a preset,
# say nothing unless there is a terminal to say it to. Read by them with `.`; they set $root (the
# repository) and $me (their name in messages). `set -e` sleeps in a function whose status is
# looked at, so every step here checks for itself.

: "${root:?}" "${me:?}"

# Where ninja and cmake may be quiet, we are: one line on a terminal, rewritten.
if [ -t 2 ]; then on_terminal=yes; else on_terminal=no; fi

progress() {
	[ $on_terminal = no ] || printf '\r\033[K%s: %.60s' "$me" "$1" >&2
}

progress_end() {
	[ $on_terminal = no ] || printf '\r\033[K' >&2
}

fail() { # STATUS LINE...
	progress_end
	fail_status=$1
	shift
	printf '%s: %s\n' "$me" "$1" >&2
	shift
	[ $# -eq 0 ] || printf '%s\n' "$@" >&2
	exit "$fail_status"
}

has() {
	command -v "$1" >/dev/null 2>&1
}

find_compiler() {
	for compiler in ${CC:-} cc gcc clang; do
		has "$compiler" && return
	done
	compiler=''
}

compiles() { # SOURCE FLAG...
	compiles_source=$1
	shift
	compiles_status=0
	printf '%s\n' "$compiles_source" |
		"$compiler" -x c "$@" -o "$root/build/.probe" - >/dev/null 2>&1 ||
		compiles_status=$?
	rm -f "$root/build/.probe"
	return $compiles_status
}

need() { # PACKAGE PHRASE
	packages="$packages $1"
	phrases="$phrases${phrases:+, }$2"
}

# Sets packages (Debian's names) and phrases (anybody's) to what is missing.
find_missing() { # library | tests
	packages=''
	phrases=''
	find_compiler
	if [ -z "$compiler" ]; then
		need gcc "a C compiler"
		need libc6-dev "the C library's headers"
	elif ! compiles '#include <stdio.h>' -fsyntax-only; then
		need libc6-dev "the C library's headers"
	fi
	if ! has cmake; then
		need cmake "CMake 3.25 or later"
	elif ! cmake -P "$root/cmake/Version.cmake" >/dev/null 2>&1; then
		fail 3 "CMake 3.25 or later is needed; here is $(cmake --version | head -n 1)"
	fi
	has ninja || need ninja-build ninja
	has pkg-config || need pkg-config pkg-config
	pkg-config --exists 'libcjson >= 1.7.15' 2>/dev/null ||
		need libcjson-dev "cJSON 1.7.15 or later with its header"
	if [ -z "$compiler" ] || ! compiles '#include <csv.h>' -fsyntax-only; then
		need libcsv-dev "libcsv 3.0.3 with its header"
	fi
	[ "$1" = tests ] || return 0
	pkg-config --exists 'cmocka >= 1.1.5' 2>/dev/null ||
		need libcmocka-dev "cmocka 1.1.5 or later with its header"
	if [ -n "$compiler" ] && compiles 'int main(void) { return 0; }' -O0 &&
		! compiles 'int main(void) { return 0; }' -fsanitize=address,undefined; then
		if "$compiler" --version 2>/dev/null | grep -q clang; then
			need libclang-rt-dev "the compiler's sanitizer libraries"
		else
			need gcc "the compiler's sanitizer libraries"
		fi
	fi
}

# Runs a command as root, or fails where we may not.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo -n "$@"
	fi
}

apt_install() {
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get -q -y install --no-install-recommends "$@"
}

# Lists may be missing or old: try, refresh them once, try again.
install_packages() { # LOG PACKAGE...
	install_log=$1
	shift
	apt_install "$@" >"$install_log" 2>&1 </dev/null && return
	as_root apt-get -q update >>"$install_log" 2>&1 </dev/null || :
	apt_install "$@" >>"$install_log" 2>&1 </dev/null
}

may_install() {
	[ -z "${SLURRYSCREEN_NO_INSTALL:-}" ] || return 1
	[ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

ensure_dependencies() { # library | tests
	find_missing "$1"
	[ -n "$packages" ] || return 0
	command="apt-get install -y$packages"
	[ "$(id -u)" = 0 ] || command="sudo $command"
	if ! has apt-get; then
		fail 3 "missing here: $phrases" \
			"There is no apt-get here; please install them your way and start again."
	fi
	if ! may_install; then
		fail 3 "missing here: $phrases" \
			"Please install them and start again:" "    $command"
	fi
	progress "installing$packages"
	# shellcheck disable=SC2086 # names of packages, split on purpose
	if install_packages "$root/build/install.log" $packages; then
		find_missing "$1"
		[ -z "$packages" ] || fail 3 "still missing after the installation: $phrases"
		return
	fi
	progress_end
	tail -n 15 "$root/build/install.log" >&2
	fail 3 "the installation failed; its log is build/install.log in $root" \
		"Please install them by hand and start again:" "    $command"
}

# Passes ninja's lines into the log and shows the counter.
follow() { # LOG PHRASE
	while IFS= read -r line; do
		printf '%s\n' "$line" >>"$1"
		case $line in
		"["*/*"] "*) progress "$2 ${line%%]*}]" ;;
		esac
	done
}

# Runs a command with its output in the log; on failure shows the log's end and leaves.
logged() { # LOG PHRASE COMMAND...
	log=$1 phrase=$2
	shift 2
	progress "$phrase"
	{
		logged_status=0
		NINJA_STATUS='[%f/%t] ' "$@" 2>&1 </dev/null || logged_status=$?
		printf '%s\n' "$logged_status" >"$log.status"
	} | follow "$log" "$phrase"
	[ "$(cat "$log.status")" = 0 ] || {
		progress_end
		tail -n 40 "$log" >&2
		fail 3 "$phrase failed; the whole log is ${log#"$root"/} in $root"
	}
	rm -f "$log.status"
}

# Configures and builds a preset in build/PRESET.
build_preset() { # PRESET library | tests
	folder=$root/build/$1
	ensure_dependencies "$2"
	log=$folder/build.log
	{ mkdir -p "$folder" && printf '' >"$log"; } || fail 3 "cannot write in $folder"
	# A build folder that came here with a copied repository belongs to another place.
	if [ -e "$folder/CMakeCache.txt" ] &&
		! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
		rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
	fi
	if [ ! -e "$folder/build.ninja" ] || [ ! -e "$folder/CMakeCache.txt" ]; then
		(cd "$root" && logged "$log" configuring cmake --preset "$1") || exit $?
	fi
	logged "$log" building cmake --build "$folder"
	progress_end
}

# Runs a function with its arguments while no other run builds the same preset.
with_lock() { # PRESET FUNCTION ARGUMENT...
	mkdir -p "$root/build" || fail 3 "cannot write in $root"
	lock=$root/build/.lock-$1
	shift
	if has flock; then
		(
			flock -n 9 || { progress "waiting for another build"; flock 9; }
			"$@" 9>&-
		) 9>"$lock" || exit $?
		return
	fi
	# Without flock: a folder is made or not, and holds the number of its maker.
	until mkdir "$lock.d" 2>/dev/null; do
		owner=$(cat "$lock.d/owner" 2>/dev/null || :)
		if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
			rm -rf "$lock.d" # its maker is gone
		else
			progress "waiting for another build"
			sleep 1
		fi
	done
	echo $$ >"$lock.d/owner"
	trap 'rm -rf "$lock.d"' EXIT
	trap 'exit 130' HUP INT TERM
	("$@") || exit $?
	rm -rf "$lock.d"
	trap - EXIT HUP INT TERM
}
