cat >own.json <<'EOF'
{"format": "slurryscreen-model/1", "name": "own", "route": "slurry",
 "verdicts": [{"at": 0, "word": "seen"}],
 "criteria": [{"id": "c", "weight": 1, "combine": "arithmetic", "terms": [
   {"id": "counts", "weight": 1, "measure": "solvent.et30", "curve": [[30, 0], [60, 1]]},
   {"id": "idle", "weight": 0, "measure": "solvent.et30", "curve": [[30, 0], [60, 1]]}]}]}
EOF
printf 'id,logp\nmy-oil,1\n' >own.csv
screen --se LPSCl --binder NBR --solvent my-oil --add own.csv --model ./own.json --format json | grep missing
