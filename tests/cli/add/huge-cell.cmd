{ printf "id,name,boiling_point\nmy-oil,My oil,150\nother,"; head -c 100000000 /dev/zero | tr "\\0" x; printf ",151\n"; } >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
