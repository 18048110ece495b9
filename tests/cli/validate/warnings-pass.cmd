screen validate $DATA/sound.csv -q
