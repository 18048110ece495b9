screen validate $DATA/faulty.csv --format junit
