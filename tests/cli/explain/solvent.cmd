LC_ALL=C.UTF-8 screen explain --se Li6PS5Cl --binder NBR --solvent anisole --width 80
