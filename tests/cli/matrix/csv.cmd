screen --se LPSCl --binder NBR,SEBS,PIB --solvent anisole,n-decane,THF --format matrix-csv
