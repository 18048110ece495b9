screen blend --se LPSCl --binder NBR --of NMP,ethanol
