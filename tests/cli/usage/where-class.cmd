screen --se LPSCl --where 'class=estr'
