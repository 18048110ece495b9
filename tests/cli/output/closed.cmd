screen --se LPSCl --binder NBR >&-
