screen list measures
