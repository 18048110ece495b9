screen list
