screen --se Li6PS5Cl --binder NBR --weight drying=x2 --where 'flash_point>=23' --top 4 --save run.json >a
screen --from run.json >b
screen rank --from run.json >c
cmp a b && cmp a c
sed -n '/"options"/,$p' run.json
