screen show anisole 9003-18-3 --width 120
