screen list terms
