screen --route solution --se Li6PS5Cl --binder PVdF --solvent toluene --all --width 120
