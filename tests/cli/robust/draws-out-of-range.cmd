screen --se Li6PS5Cl --binder NBR --robust --draws 0
