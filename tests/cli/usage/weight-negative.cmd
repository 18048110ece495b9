screen --se LPSCl --weight drying=-1
