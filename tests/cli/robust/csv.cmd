screen --se Li6PS5Cl --binder NBR --robust --draws 200 --seed 7 --top 3 --format csv
