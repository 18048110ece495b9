LC_ALL=C.UTF-8 screen compare --se Li6PS5Cl --binder NBR anisole p-xylene THF --width 100
