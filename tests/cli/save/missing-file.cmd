screen --from nothing.json
