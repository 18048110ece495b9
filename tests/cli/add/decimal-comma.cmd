printf 'id;name;boiling_point;density\nmy-oil;My oil;150,5;0,9\n' >own.csv
screen show my-oil --add own.csv --decimal-comma --format csv | grep -E "boiling_point|density"
