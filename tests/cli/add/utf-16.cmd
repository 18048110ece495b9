printf 'i\000d\000,\000n\000\n\000' >own.csv
screen --se LPSCl --binder NBR --solvent anisole --add own.csv
