screen --se Li6PS5Cl --binder NBR --salt LiTFSI --solvent p-xylene,anisole,hexyl-butyrate,benzyl-acetate --width 120
