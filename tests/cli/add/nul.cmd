printf 'id,name,boiling_point\nmy-oil,My oil,150\nother,Oth\000er,151\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
