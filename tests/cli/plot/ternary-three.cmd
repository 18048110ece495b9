screen plot --kind ternary --se Li6PS5Cl --binder NBR --solvent anisole:toluene:DBM=1:1:1
