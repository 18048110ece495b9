# A model to change: as it stands it ranks as the built-in one does, with the weights asked for.
screen template model --weight safety=x2 >mine.json
grep -c '"weight"' mine.json
screen --se LPSCl --binder NBR --model mine.json --format csv >mine.csv
screen --se LPSCl --binder NBR --weight safety=x2 --format csv >built-in.csv
cmp mine.csv built-in.csv && echo the same
screen template model --model mine.json | cmp - mine.json && echo the same again
for route in solution precursor dry; do
	screen template model --route $route >mine.json
	screen --se LPSCl --route $route --format csv >built-in.csv
	screen --se LPSCl --model mine.json --format csv | cmp - built-in.csv && echo $route
done
