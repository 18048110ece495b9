screen routes --se Li6PS5Cl --binder NBR,PTFE,PVdF,EC --width 120
