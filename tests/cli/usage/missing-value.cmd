screen --se
