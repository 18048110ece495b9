mkdir own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
