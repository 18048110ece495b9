screen --route solution --se Li6PS5Cl --binder PVdF,EC --width 120
