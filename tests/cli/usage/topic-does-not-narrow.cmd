screen list solvents --se LPSCl
