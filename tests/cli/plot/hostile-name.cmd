printf 'id,name,boiling_point\nmy-oil,"</text><script>alert(""1"")</script> & \342\200\256lio \033[31m",150\n' >own.csv
for layout in overlay grid; do
	screen plot --se Li6PS5Cl --binder NBR --solvent my-oil --add own.csv --layout $layout >own.svg
	grep -c '<script' own.svg
	LC_ALL=C grep -c "$(printf '\033')" own.svg
	grep '^<text' own.svg | grep -o '>&lt;/text[^<]*'
done
