mkdir own
printf 'id,name,boiling_point\nmy-oil,My oil,150\n' >own/solvents.csv
printf 'id,name,formula\nlpscl,Argyrodite,Li6PS5Cl\n' >own/electrolytes.csv
screen list electrolytes --data own
screen --se LPSCl --data own
