screen list solvents --format csv >solvents.csv 2>/dev/null
screen --se LPSCl --binder NBR --add solvents.csv --format tsv 2>/dev/null | cut -f1,6,13 >a
screen --se LPSCl --binder NBR --format tsv | cut -f1,6,13 >b
cmp a b
