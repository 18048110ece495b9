screen template solvents --route dry
