screen validate $DATA/sound.csv -Wno-ledger-none
