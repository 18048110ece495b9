screen blend --se Li6PS5Cl0.5Br0.5 --binder NBR --salt LiTFSI --of DBM,HB --format csv
