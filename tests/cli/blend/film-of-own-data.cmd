printf 'id,name,boiling_point,density,donor_number,hansen_d,hansen_p,hansen_h,molar_volume,vapor_pressure\nzorb,Zorb,140,0.9,5,18,8,4,110,1\n' >own.csv
screen blend --se LPSCl --binder NBR --add own.csv --of zorb,anisole,toluene --no-measured --weight safety=x2 --route slurry | grep -A 3 Film
