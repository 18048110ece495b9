printf '{"solvents": [{"id": "my-oil", "name": "My oil", "boiling_point": 150}], "electrolytes": [{"id": "lpscl", "formula": "Li6PS5Cl"}], "binders": [{"id": "nbr"}]}\n' >own.json
screen --data own.json --se Li6PS5Cl --binder NBR
