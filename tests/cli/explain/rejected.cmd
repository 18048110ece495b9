screen explain --se Li6PS5Cl --binder NBR --solvent NMP --width 100
