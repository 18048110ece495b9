screen list solvents --format csv >solvents.csv
screen --se LPSCl --binder NBR --add solvents.csv --format csv >a
screen --se LPSCl --binder NBR --format csv >b
cmp a b
