screen list exposure --se Li6PS5Cl --solvent toluene --format csv
