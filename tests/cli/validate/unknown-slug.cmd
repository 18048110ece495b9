screen validate $DATA/sound.csv -Wno-cas-dat
