screen --se LPSCl --binder NBR --format html >/dev/full
