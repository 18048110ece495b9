screen --se LPSCl --binder NBR --solvent anisole --format csv --output - | head -c 5
