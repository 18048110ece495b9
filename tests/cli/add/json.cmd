printf '{"format": "slurryscreen-data/1", "solvents": [{"id": "my-oil", "name": "My oil", "boiling_point": 150}]}\n' >own.json
screen --se LPSCl --binder NBR --solvent my-oil --top 3 --add own.json
