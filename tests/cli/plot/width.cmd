for width in 60 85 170; do
	screen plot --se Li6PS5Cl --binder NBR --solvent anisole --width-mm $width | head -n 1 | grep -o 'width="[^"]*"'
done
screen plot --se Li6PS5Cl --binder NBR --solvent anisole --width-mm 5
