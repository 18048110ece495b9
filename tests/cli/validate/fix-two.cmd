screen validate $DATA/faulty.csv $DATA/sound.csv --fix fixed.csv
