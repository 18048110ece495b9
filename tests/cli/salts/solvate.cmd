screen --se Li6PS5Cl --binder NBR --salt 'Li(G3)TFSI' --solvent dibromomethane,toluene,anisole --width 120
