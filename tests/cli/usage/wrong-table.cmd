screen --se anisole
