printf 'id,name,boiling_point\nmy-oil,My oil,150\n' >own.csv
screen plot --se Li6PS5Cl --binder NBR --solvent my-oil --add own.csv | grep -o 'A gap is[^<]*'
