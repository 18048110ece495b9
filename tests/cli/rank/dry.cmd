screen --route dry --se Li6PS5Cl --top 5
