screen --se LPSCl --binder NBR --solvent 'DBM:hexyl butyrate=80:20' --solvent DBM
