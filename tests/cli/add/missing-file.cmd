screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add no-such.csv
