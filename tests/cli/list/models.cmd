screen list models
