screen blend --se LPSCl --binder NBR --of heptane,anisole --step 0.01
