printf 'id,electrolyte,solvent,outcome,grade,source\nlab-1,lpscl,anisol,compatible,primary,lab\n' >own.csv
screen --se LPSCl --binder NBR --solvent anisole --add own.csv
