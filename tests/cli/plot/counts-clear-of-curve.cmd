# The count of values beyond an end stands above a curve that is low there.
screen plot --kind curves --route precursor --se Li3PS4 --binder NBR >curves.svg
for curve in 'reaction: donor' 'reaction: permittivity'; do
	sed -n "/<title>$curve/,/<\/g>/p" curves.svg | grep -o '<text[^>]*>‹ [^<]*'
done
