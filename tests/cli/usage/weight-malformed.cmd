screen --se LPSCl --weight drying
