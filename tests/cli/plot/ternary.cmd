screen plot --kind ternary --se Li6PS5Cl --binder NBR --solvent 'dibromomethane:hexyl-butyrate=80:20' | grep -o '<desc>[^<]*'
