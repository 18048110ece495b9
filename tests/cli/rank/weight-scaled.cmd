screen --se LPSCl --binder NBR --format csv >a
screen --se LPSCl --binder NBR --format csv --weight compatibility=x2,solubility=x2,drying=x2,safety=x2,dispersion=x2,function=x2,salt=x2 >b
cmp a b
