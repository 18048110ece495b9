screen --se LPSCl --format jsn
