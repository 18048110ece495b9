screen --se LPSCl --binder PBA --route dry --format json | grep coverage
