printf 'a,b\n1,2\n' >own.csv
screen --se LPSCl --binder NBR --solvent anisole --add own.csv
