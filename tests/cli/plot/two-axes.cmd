screen plot --se Li6PS5Cl --binder NBR --solvent anisole --weight drying=0,safety=0,dispersion=0,function=0
