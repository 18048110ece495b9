screen --se LPSCl,LGPS --binder NBR --solvent anisole --format matrix
