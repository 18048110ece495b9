screen validate $DATA/sound.csv --table solvent
