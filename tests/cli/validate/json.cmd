screen validate $DATA/faulty.csv --format json | grep -v applied
