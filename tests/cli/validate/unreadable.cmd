screen validate $DATA/sound.csv nowhere.csv
