printf 'id,name,boilingpoint,price\nmy-oil,My oil,150,3\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
