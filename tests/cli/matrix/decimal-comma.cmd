screen --se LPSCl --binder NBR,SEBS --solvent anisole,THF --format matrix-csv --decimal-comma
