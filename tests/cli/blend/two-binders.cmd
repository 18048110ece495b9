screen blend --se LPSCl --binder NBR,SEBS
