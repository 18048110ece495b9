printf 'id,name,boiling_point\nmy-oil,My \033[31mred\033]0;title\007 oil,150\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv --format json | grep my-oil | grep -o '"name": "My[^,]*'
