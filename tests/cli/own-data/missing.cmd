screen --se LPSCl --data no/such/folder
