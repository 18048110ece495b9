screen --se LPSCl --binder NBR --output no/such/out.csv
