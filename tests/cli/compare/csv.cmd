screen compare --se Li6PS5Cl --binder NBR anisole p-xylene --draws 100 --format csv
