screen --se Li6PS5Cl --binder NBR --format csv >a
screen --se Li6PS5Cl --binder NBR --all --format csv >b
grep -c , a
grep -c , b
