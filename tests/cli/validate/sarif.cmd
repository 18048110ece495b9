screen validate $DATA/faulty.csv --format sarif | grep -v shortDescription
