screen list gates --top 3
screen list conflicts -n 2
screen list solvents --top 2 --format csv
screen list --top 2
screen list models --top 4
screen list salts --top 0
