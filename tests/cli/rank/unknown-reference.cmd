screen --se LPSCl --binder NBR --top 3 --reference anisol
