screen plot --kind ranking --se Li6PS5Cl --binder NBR --where 'boiling_point>5000'
