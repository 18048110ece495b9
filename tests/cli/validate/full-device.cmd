screen validate $DATA/faulty.csv -q >/dev/full
