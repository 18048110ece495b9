screen --se Li6PS5Cl --binder NBR --solvent anisole,NMP --all --format tsv
