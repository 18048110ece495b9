printf '{"solvents": [{"id": "my-oil", "boiling_point": 150}]}\n' >own.json
screen --se LPSCl --binder NBR --solvent anisole --add own.json
