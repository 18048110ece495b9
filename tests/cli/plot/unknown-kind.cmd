screen plot --kind spyder --se Li6PS5Cl --binder NBR
