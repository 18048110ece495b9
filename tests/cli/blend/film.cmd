screen blend --se LPSCl --binder SEBS --solvent heptane:butyl-butyrate=50:50 --dry --at 80
