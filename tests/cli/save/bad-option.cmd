printf '{"format": "slurryscreen-run/1", "options": [{"option": "sex", "value": "1"}]}\n' >run.json
screen --from run.json
