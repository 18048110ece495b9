screen --se LPSCl --solvent anisole,n-decane,THF --format matrix --width 60
