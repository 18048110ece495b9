LC_ALL=C.UTF-8 screen --se Li6PS5Cl --binder NBR --top 3
