screen list units
