COLUMNS=60 screen --se Li6PS5Cl --binder NBR --top 3
