screen list solvents --format csv --decimal-comma >solvents.csv
screen --se LPSCl --binder NBR --add solvents.csv --decimal-comma --format csv >a
screen --se LPSCl --binder NBR --decimal-comma --format csv >b
cmp a b
