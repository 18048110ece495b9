screen --se LPSCl --solvent anisole:xylene
