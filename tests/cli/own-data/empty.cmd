mkdir own
screen --se LPSCl --data own
