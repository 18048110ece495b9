screen list commands
