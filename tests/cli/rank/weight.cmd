screen --se LPSCl --binder NBR --solvent anisole,toluene,p-xylene --weight safety=x3 --weight drying=0
