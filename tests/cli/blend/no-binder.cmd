screen blend --se LPSCl
