printf '\357\273\277id,name,boiling_point\r\nmy-oil,My oil,150\r\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
