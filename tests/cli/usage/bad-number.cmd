screen --se LPSCl --top many
