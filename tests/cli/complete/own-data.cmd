printf 'id,name,boiling_point\nzorbane,Zorbane,120\n' >own.csv
mkdir folder
printf 'id,name,tg\nzorbinder,Zorbinder,1\n' >folder/binders.csv
screen complete -- --add own.csv --solvent zorb
screen complete -- show --add=own.csv zorb
screen complete -- rank --add missing.csv --add own.csv --solvent anisole,zorb
screen complete -- rank --data folder --binder ""
screen complete -- rank --data folder --solvent aniso
