screen explain --route dry --se Li6PS5Cl --binder PTFE --width 100
