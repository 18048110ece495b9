# What differs is in the rows, how many there are in the title; a dry row goes by its binder.
screen plot --kind ranking --se Li6PS5Cl,LGPS --binder NBR,SEBS --top 2 >ranking.svg
sed -n '/^<title>/p' ranking.svg
grep -o '>[^<]*Li10GeP2S12<' ranking.svg
screen plot --kind ranking --se Li6PS5Cl --route dry --top 2 >ranking.svg
sed -n '/^<title>/p' ranking.svg
grep -c 'no solvent' ranking.svg || :
