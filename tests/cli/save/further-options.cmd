screen --se Li6PS5Cl --binder NBR --top 4 --save run.json >a
screen --from run.json --top 2 --format csv | cut -d, -f1-6
