screen --se LPSCl NBR
