printf 'id,name,boiling_point[K],vapor_pressure[mmHg]\nmy-oil,My oil,423.15,7.500617\n' >own.csv
screen show my-oil --add own.csv --format csv | grep -E "boiling_point|vapor_pressure" | cut -d, -f3,4
