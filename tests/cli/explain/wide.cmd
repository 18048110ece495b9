LC_ALL=C.UTF-8 screen explain --se Li6PS5Cl --binder NBR --solvent 'benzyl acetate' --width 140
