screen --se LPSCl --binder NBR --solvent anisole --excel | od -An -tx1 -N6
