screen validate $DATA/sound.csv -q --require-sources
