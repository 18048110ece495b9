screen --se LPSCl --binder NBR,SEBS --all --format csv >a
screen --se LPSCl --binder NBR,SEBS --all --format csv --data input/../../../data >b
cmp a b
