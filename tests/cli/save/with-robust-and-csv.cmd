screen --se Li6PS5Cl --binder NBR --robust --draws 100 --format csv --top 3 --save run.json >a
screen --from run.json >b
cmp a b
