screen --se nothing 2>&-
