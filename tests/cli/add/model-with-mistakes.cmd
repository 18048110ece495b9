printf '{"format": "slurryscreen-model/1", "name": "m", "verdics": [], "criteria": [{"id": "a", "weight": -1, "terms": [{"id": "t", "measure": "solvent.boilingpoint", "curve": [[1, 0], [0, 1]]}]}]}' >m.json
screen --se LPSCl --binder NBR --model m.json
