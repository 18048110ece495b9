screen plot --se Li6PS5Cl --binder NBR --solvent NMP,anisole,toluene,p-xylene,MIBK,DBM,THF | grep -c 009E73
