screen --se LPSCl --binder NBR --solvent 'DBM:HB=80:20wt%' --format csv
