screen explain --route solution --se Li6PS5Cl --binder NBR --solvent ethanol --width 100 | sed '/^Sources/,$d'
