screen plot --se Li6PS5Cl --binder NBR --solvent anisole,toluene,p-xylene,MIBK,DBM,NMP,THF
