printf 'id,name,ghs,boiling_point,halogens\nclean,Clean,none,150,0\nwho-knows,Who knows,none,150,\n' >own.csv
screen --se LPSCl --binder NBR --solvent clean,who-knows --add own.csv --all --format json | grep -E '"id": "(clean|who)|safety\.|"safety"'
