screen --se LPSCl --binder NBR --solvent anisole --format csv --decimal-comma
