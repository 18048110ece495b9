screen blend --se LPSCl --binder NBR --solvent DBM:HB=50:50
