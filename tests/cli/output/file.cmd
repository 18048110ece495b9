screen --se LPSCl --binder NBR --format csv --output out.csv
screen --se LPSCl --binder NBR --format csv | cmp - out.csv
ls
