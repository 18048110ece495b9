screen --se LPSCl --binder NBR --weight drying=1e308,safety=1e308
