screen show EC
