printf 'id,boiling_point\nanisole,40\n' >own.csv
screen show anisole --format csv | grep -E "^anisole,solvents,(boiling_point|density)," | cut -d, -f3,4
screen show anisole --add own.csv --format csv | grep -E "^anisole,solvents,(boiling_point|density)," | cut -d, -f3,4
