screen plot --kind drying --se Li6PS5Cl --binder NBR,SEBS --solvent anisole:toluene=1:1
