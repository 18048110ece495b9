printf 'id,name,boiling_point\nmy-oil,My oil,150,7\nother,Other\nmy-oil-2,My oil 2,151\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil-2 --add own.csv --format csv | cut -d, -f1-8
