# Sections and their parts; no line of an example is wider than a terminal has room for.
screen docs slurryscreen.1 >page
grep '^\.S[HS]' page
awk '/^\.nf/ { literal = 1 } /^\.fi/ { literal = 0 }
	{ gsub(/\\e/, "\\"); gsub(/\\-/, "-") }
	literal && length($0) > 70 && !/OPTION/' page
