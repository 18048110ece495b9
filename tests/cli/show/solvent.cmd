screen show anisole --width 100
