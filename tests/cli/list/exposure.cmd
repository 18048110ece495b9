screen list exposure --se Li6PS5Cl --width 100
