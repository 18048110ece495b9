mkdir own
printf 'id,name,boiling_point\nmy-oil,My oil,150\n' >own/solvents.csv
screen list solvents --data own
screen --se LPSCl --data own
