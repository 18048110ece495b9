screen --route dry --se Li6PS5Cl --top 8 --width 120
