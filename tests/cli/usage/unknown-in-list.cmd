screen --se LPSCl --binder NBR,SEBX
