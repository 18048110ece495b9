screen --se Li6PS5Cl --binder NBR --fail-below usable
