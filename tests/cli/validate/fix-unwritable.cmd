screen validate $DATA/faulty.csv --fix nowhere/fixed.csv -q
