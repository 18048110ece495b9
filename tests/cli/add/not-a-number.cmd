printf 'id,name,boiling_point,density,logp,flash_point\nmy-oil,My oil,110.6 C,<0.9,n/a,nan\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
