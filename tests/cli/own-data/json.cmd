printf '{"format": "slurryscreen-data/1", "solvents": [{"id": "my-oil", "name": "My oil", "boiling_point": 150}], "electrolytes": [{"id": "lpscl", "formula": "Li6PS5Cl", "donor_tolerance": 12}], "binders": [{"id": "nbr", "hansen_d": 18, "hansen_p": 9, "hansen_h": 4, "hansen_r0": 9}]}\n' >own.json
screen --data own.json --se Li6PS5Cl --binder NBR
