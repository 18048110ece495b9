screen --se Li6PS5Cl --binder NBR --robust --draws 300 --format csv | head -4 >a
screen --se Li6PS5Cl --binder NBR --robust --draws 300 --format csv --top 3 >b
cmp a b
