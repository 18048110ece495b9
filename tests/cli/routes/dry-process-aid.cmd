screen --route dry --se Li6PS5Cl --binder PTFE --solvent xylene,ethyl-acetate,ethanol --all --width 120
