screen list models --format matrix
