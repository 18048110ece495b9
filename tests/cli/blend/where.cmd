screen blend --se LPSCl --binder SEBS --of heptane,toluene,p-xylene,decane --where 'flash_point>=20'
