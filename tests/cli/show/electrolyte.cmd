screen show LPSCl --width 100
