screen compare --se Li6PS5Cl --binder NBR NMP THF --draws 100
