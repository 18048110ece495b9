# The count of values beyond an end stands above a curve that is low there.
screen plot --kind curves --route precursor --se Li3PS4 --binder NBR --output-dir . >/dev/null
for curve in reaction-donor reaction-permittivity; do
	grep -o '<text[^>]*>‹ [^<]*' $curve.svg
done
