screen --se Li6PS5Cl --binder NBR --width 140
