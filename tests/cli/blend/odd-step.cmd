screen blend --se LPSCl --binder NBR --step 0.07
