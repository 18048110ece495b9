screen blend --se LPSCl --binder NBR --where 'binder.tg<0'
