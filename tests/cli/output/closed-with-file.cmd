screen --se LPSCl --binder NBR -o out.csv >&-
ls
