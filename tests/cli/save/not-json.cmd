printf 'se=1\n' >run.json
screen --from run.json
