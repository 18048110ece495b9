screen list solvets
