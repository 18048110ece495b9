screen explain --se LPSCl --binder NBR --solvent anisole --no-measured --width 100 | sed -n '/^Gates/,/^passed/p'
