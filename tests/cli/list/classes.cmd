screen list classes
