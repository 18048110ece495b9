ids() { screen --se LPSCl --binder NBR --reference none --format jsonl --solvent "$1" | sed 1d | sed 's/.*"solvent":{"id":"\([^"]*\)".*/\1/'; }
ids 'DBM:HB=80:20,anisole:toluene=1:3'
ids 'anisole,DBM:HB=80:20wt%,toluene;p-xylene'
ids '2,2,4-trimethylpentane:anisole=1:1,1,2-dichloroethane'
ids ',DBM:HB=1:1,,toluene,'
