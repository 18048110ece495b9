# Words over the field where they have room, one line under it where they would overlap.
for width in 85 60; do
	screen plot --kind ranking --se Li6PS5Cl --binder NBR --top 3 --width-mm $width >ranking.svg
	grep -c '>marginal<' ranking.svg
	grep -o '>Dashed: [^<]*' ranking.svg
done
