screen blend --se LPSCl --binder NBR --of anisole
