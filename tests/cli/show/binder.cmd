screen show NBR --width 100
