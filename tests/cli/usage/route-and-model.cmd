screen --se LPSCl --route slurry --model slurry
