screen --se LPSCl --model slury
