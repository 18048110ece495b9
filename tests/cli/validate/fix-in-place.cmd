cp $DATA/faulty.csv own.csv
screen validate own.csv --in-place --format github >/dev/null
cmp -s $DATA/faulty.csv own.csv && echo unchanged
screen validate own.csv -q -Wno-ledger-none
