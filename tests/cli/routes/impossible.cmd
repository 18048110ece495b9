screen routes --se Li6PS5Cl --binder PTFE --solvent ethanol --width 120
