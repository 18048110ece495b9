screen rank --se Li6PS5Cl --binder NBR --top 5 --format json --output old.json
screen diff old.json old.json
