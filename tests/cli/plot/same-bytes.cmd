screen plot --se Li6PS5Cl --binder NBR --solvent anisole,toluene --output a.svg
LC_ALL=de_DE.UTF-8 screen plot --se Li6PS5Cl --binder NBR --solvent anisole,toluene >b.svg
cmp a.svg b.svg
