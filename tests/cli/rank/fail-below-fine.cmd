screen --se Li6PS5Cl --binder NBR --solvent anisole --fail-below usable --output /dev/null
