screen --se LPSCl --where 'flashpoint>=60'
