printf 'id,name,boiling_point[K2]\nmy-oil,My oil,423\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
