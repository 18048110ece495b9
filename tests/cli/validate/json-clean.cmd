screen validate $DATA/sound.csv -Wno-ledger-none --format json | grep -v applied
