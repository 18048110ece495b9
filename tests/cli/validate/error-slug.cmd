screen validate $DATA/sound.csv -q -Werror=ledger-none
