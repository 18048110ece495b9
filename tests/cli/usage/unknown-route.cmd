screen --se LPSCl --route slury
