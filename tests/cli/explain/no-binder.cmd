screen explain --se Li6PS5Cl --solvent anisole
