screen compare --se Li6PS5Cl --binder NBR anisole anisole --draws 100
