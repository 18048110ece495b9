LC_ALL=C.UTF-8 screen --se LPSCl --binder NBR,SEBS,PIB,PMMA --solvent anisole,n-decane,p-xylene,THF --format matrix
