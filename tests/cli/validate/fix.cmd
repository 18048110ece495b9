screen validate $DATA/faulty.csv --fix fixed.csv -q | grep -E "repair"
cat fixed.csv
