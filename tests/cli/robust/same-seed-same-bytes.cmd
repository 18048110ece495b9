screen --se Li6PS5Cl --binder NBR --robust --draws 300 --seed 4 --format json >a
screen --se Li6PS5Cl --binder NBR --robust --draws 300 --seed 4 --format json >b
screen --se Li6PS5Cl --binder NBR --robust --draws 300 --seed 5 --format json >c
cmp a b && ! cmp -s a c
