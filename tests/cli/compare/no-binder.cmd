screen compare --se Li6PS5Cl anisole THF
