printf 'id,electrolyte,solvent,outcome,retention,grade,source\nlab-1,lpscl,anisole,marginal,0.5,primary,lab\n' >exposure.csv
printf 'id,solute,solvent,outcome,grade,source\nlab-2,nbr,anisole,yes,primary,lab\n' >solubility.csv
printf 'id,electrolyte,solvent,binder,route,outcome,grade,source\nlab-3,lpscl,anisole,nbr,slurry,compatible,primary,lab\n' >systems.csv
printf 'id,logp\nanisole,2.3\n' >solvents.csv
set -- --add exposure.csv --add solubility.csv --add systems.csv --add solvents.csv
screen explain --se LPSCl --binder NBR --solvent anisole "$@" --width 110 >out
sed -n '/^Measured/,/^Gates/p;/^What others/,/^What would/p' out
grep 'log P  ' out
screen --se LPSCl --binder NBR --solvent anisole "$@" --width 120 | sed -n '3,5p'
