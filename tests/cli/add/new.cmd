printf 'id,name,class,boiling_point,donor_number\nmy-oil,My oil,ester,150,16\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.csv
