screen list salts
