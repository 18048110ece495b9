screen compare --se Li6PS5Cl NBR/anisole SEBS/p-xylene 'LGPS/NBR/DBM:hexyl butyrate=80:20' --draws 1000
