printf 'id,name,boiling_point\nmy-oil,My oil,150\n' | screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add -
