for topic in solvents binders electrolytes salts classes; do
	screen list $topic --format csv | sed 1q
done
