screen plot --se Li6PS5Cl --binder NBR --solvent anisole --reference none | grep -c 009E73
screen plot --se Li6PS5Cl --binder NBR --solvent anisole | grep -c 009E73
screen plot --se Li6PS5Cl --binder NBR --solvent NMP | grep -c 009E73
