printf '{}\n' >run.json
screen --from run.json
