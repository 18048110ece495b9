screen plot --kind curves --output-dir nowhere
