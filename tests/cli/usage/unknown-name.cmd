screen --se LPSCl --solvent anisol
