screen --se LPSCl --weight compatibility=0,solubility=0,drying=0,safety=0,dispersion=0,function=0,salt=0
