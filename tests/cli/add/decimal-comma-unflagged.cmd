printf 'id,name,boiling_point\nmy-oil,My oil,"110,6"\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
