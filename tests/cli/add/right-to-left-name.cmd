printf 'id,name,boiling_point\nmy-oil,My \342\200\256lio\342\200\254 oil,150\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
