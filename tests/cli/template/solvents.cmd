screen template solvents
