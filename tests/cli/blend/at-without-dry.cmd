screen blend --se LPSCl --binder NBR --at 80
