screen template solvants
