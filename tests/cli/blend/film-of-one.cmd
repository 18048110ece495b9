screen blend --se LPSCl --binder NBR --solvent anisole --dry
