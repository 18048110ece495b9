screen explain --se LPSCl --binder NBR --solvent 'DBM:hexyl butyrate=80:20' --salt LiTFSI --width 100
