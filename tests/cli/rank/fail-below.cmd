screen --se Li6PS5Cl --binder NBR --solvent anisole,ethanol --fail-below usable --output /dev/null
