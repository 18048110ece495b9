screen --se Li6PS5Cl --binder NBR --solvent anisole,NMP,p-xylene --all --format csv
