screen --se LPSCl --binder NBR --where 'flash_point>=60' --where 'class=ester' --top 5
