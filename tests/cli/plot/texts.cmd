screen plot --se Li6PS5Cl --binder NBR --solvent anisole,toluene | sed -n 's/^<text.*>\(.*\)<\/text>$/\1/p'
