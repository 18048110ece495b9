screen blend --se LPSCl --binder NBR --of DBM,HB,p-xylene,anisole --parts 3 --step 0.1
