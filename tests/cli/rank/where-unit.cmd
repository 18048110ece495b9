screen --se LPSCl --binder NBR --where 'flash_point>=60' --format csv >a
screen --se LPSCl --binder NBR --where 'flash_point>=333.15K' --format csv >b
cmp a b
