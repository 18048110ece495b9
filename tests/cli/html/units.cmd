screen show anisole --format html | grep -o '<tr><td><bdi>boiling point.*' | cut -c 1-140
