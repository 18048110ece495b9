screen --se Li6PS5Cl --binder NBR --robust --top 5 --width 100
