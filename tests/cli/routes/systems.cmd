screen list systems --se Li6PS5Cl --binder NBR --solvent anisole,DBM --format csv
