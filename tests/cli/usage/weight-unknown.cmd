screen --se LPSCl --weight dryness=1
