mkdir own
printf 'id,name,boiling_point\nmy-oil,My oil,150\nanisole,Anisole,154\n' >own/solvents.csv
printf 'id,name,formula,family,donor_tolerance\nlpscl,Argyrodite,Li6PS5Cl,argyrodite,12\n' >own/electrolytes.csv
printf 'id,name,hansen_d,hansen_p,hansen_h,hansen_r0\nnbr,NBR,18.62,8.78,4.17,9.62\n' >own/binders.csv
screen --data own --se Li6PS5Cl --binder NBR
