screen blend --se LPSCl --binder NBR --solvent squalane:toluene=50:50 --dry --at -50 | grep -A3 Vapour
