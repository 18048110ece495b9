screen blend --se Li6PS5Cl0.5Br0.5 --binder NBR --salt LiTFSI --solvent DBM:HB=80:20 --dry --format csv
