screen plot --kind curves --layout grid
