screen plot --kind drying --se Li6PS5Cl --binder NBR --solvent 'dibromomethane:hexyl-butyrate=80:20' --at 40 | grep -o '<desc>[^<]*'
