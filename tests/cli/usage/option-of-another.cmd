screen show anisole --top 3
