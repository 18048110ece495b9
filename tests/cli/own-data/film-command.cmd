printf 'id,name,vapor_pressure\nmy-oil,My oil,0.1\n' >own.csv
screen blend --se LPSCl --binder NBR --of anisole,my-oil --add own.csv --weight safety=x2 | grep -A3 '^Data'
