screen --se LPSCl --binder NBR --output /dev/full
