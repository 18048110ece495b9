screen --se LPSCl --binder NBR --salt LiTFSI --top 5
