mkdir out
screen --se LPSCl --binder NBR --output out
