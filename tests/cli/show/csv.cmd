screen show toluene --format csv
