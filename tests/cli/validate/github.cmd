screen validate $DATA/faulty.csv --format github
