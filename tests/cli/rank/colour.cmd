screen --se Li6PS5Cl --binder NBR --top 3 --color always
