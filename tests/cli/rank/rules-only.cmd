screen --se LPSCl --binder NBR --solvent anisole,THF,heptane --all --no-measured
