printf 'id,electrolyte,solvent,outcome,retention,grade,source\nlab-1,lpscl,anisole,incompatible,0.1,primary,lab\n' >own.csv
screen --se LPSCl --binder NBR --solvent anisole --all --add own.csv
screen list exposure --se LPSCl --solvent anisole --add own.csv --format csv | cut -d, -f1-5
