screen list conditions
