screen plot --kind curves --model "$DATA/cheap.json" --output own.svg && grep -o '<title>[^<]*' own.svg
