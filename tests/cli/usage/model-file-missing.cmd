screen --se LPSCl --model ./no-such.json
