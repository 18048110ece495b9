screen plot --se LPSCl --binder NBR --solvent anisole -o spider.png
