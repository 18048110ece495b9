screen validate $DATA/faulty.csv --max-findings 2
