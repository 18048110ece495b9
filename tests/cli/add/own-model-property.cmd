printf 'id,name,price\nanisole,,5\np-xylene,,1\n' >own.csv
screen --se LPSCl --binder NBR --solvent anisole,p-xylene,toluene --model $DATA/cheap.json --add own.csv
screen --se LPSCl --binder NBR --solvent anisole,p-xylene --model $DATA/cheap.json --add own.csv --where 'price<3' --format csv | wc -l
