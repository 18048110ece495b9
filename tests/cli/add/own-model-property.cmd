printf 'id,name,price\nanisole,,5\np-xylene,,1\n' >own.csv
printf '{"format": "slurryscreen-model/1", "name": "cheap", "properties": [{"key": "price", "unit": "EUR/kg", "min": 0}], "verdicts": [{"word": "good", "at": 50}, {"word": "bad", "at": 0}], "criteria": [{"id": "price", "weight": 1, "terms": [{"id": "price", "measure": "solvent.price", "curve": [[0, 1], [10, 0]]}]}]}' >cheap.json
screen --se LPSCl --binder NBR --solvent anisole,p-xylene,toluene --model cheap.json --add own.csv
