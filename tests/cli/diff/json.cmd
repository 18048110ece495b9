screen rank --se Li6PS5Cl --binder NBR --solvent anisole --format json --output old.json
screen rank --se Li6PS5Cl --binder NBR --solvent anisole --no-measured --format json --output new.json
screen diff old.json new.json --format json
