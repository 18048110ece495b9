printf '{"solvents": [{"id": "my-oil",' >own.json
screen --se LPSCl --binder NBR --solvent anisole --add own.json
