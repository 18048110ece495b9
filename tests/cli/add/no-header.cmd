: >own.csv
screen --se LPSCl --binder NBR --solvent anisole --add own.csv
