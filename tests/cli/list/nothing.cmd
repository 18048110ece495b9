screen list solubility --se Li6PS5Cl
