printf 'id,name,boiling_point\nmy-oil,My oil,150\n' >own.csv
screen --se Li6PS5Cl --binder NBR --solvent my-oil --add own.csv --save run.json >a
printf 'id,name,boiling_point\nmy-oil,My oil,151\n' >own.csv
screen --from run.json >b
