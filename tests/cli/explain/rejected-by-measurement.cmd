screen explain --se Li6PS5Cl --binder NBR --solvent THF --width 100 | sed -n '1,4p;/^Gates/,/^passed/p;/^What would/,/^$/p'
