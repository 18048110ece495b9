screen --se LPSCl --binder NBR --where 'boiling_point>2000' --format json >out
grep results out
