printf 'id,name,boiling_point\nmy-oil,"=cmd(""calc"")",150\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv --format csv | cut -d, -f1-8
