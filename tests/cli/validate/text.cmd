screen validate $DATA/faulty.csv
