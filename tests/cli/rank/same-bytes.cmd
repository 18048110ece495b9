screen --se LPSCl --format csv >a
screen --se LPSCl --format csv >b
cmp a b
