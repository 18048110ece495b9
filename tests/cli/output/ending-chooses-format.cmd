screen --se LPSCl --binder NBR --solvent anisole -o a.json
screen --se LPSCl --binder NBR --solvent anisole -o a.csv
head -c 1 a.json
echo
head -c 5 a.csv
echo
ls
