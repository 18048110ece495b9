screen blend --se LPSCl --binder NBR --of anisole,p-xylene,heptane,DBM,HB,NMP --top 5
