screen --se LPSCl --binder NBR --model $DATA/mistakes.json
