mkdir own
printf 'id,family\nmy-se,argyrodite\n' >own/electrolytes.csv
printf 'id,tg\nmy-binder,-20\n' >own/binders.csv
screen --data own --se my-se --binder my-binder | grep -v ^Data
screen --data own --se my-se --binder my-binder --route dry --format csv | cut -d, -f1-4
