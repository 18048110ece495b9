screen --se LPSCl --binder NBR --solvent '1,2-dimethoxyethane,anisole' --all --format csv | cut -d, -f2-6 | wc -l
screen --se LPSCl --binder NBR --solvent 'anisole; p-xylene' --solvent NMP --all --format csv | wc -l
screen --se LPSCl,LGPS --binder NBR,SEBS --solvent anisole --all --format csv | wc -l
