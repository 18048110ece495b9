screen blend --se LPSCl --binder NBR --parts 3
