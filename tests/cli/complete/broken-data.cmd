printf 'id,name\n"not closed' >broken.csv
printf '{"solvents": [' >broken.json
mkdir empty
mkfifo pipe
screen complete -- --add broken.csv --solvent aniso
screen complete -- --add broken.json --solvent aniso
screen complete -- --add pipe --add - --add '' --solvent aniso
screen complete -- --data broken.json --solvent aniso
screen complete -- --data empty --solvent aniso
screen complete -- --data missing --solvent aniso
screen complete -- --model broken.json --weight dry
screen complete -- --model missing.json --weight dry
