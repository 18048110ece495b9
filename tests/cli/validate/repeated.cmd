awk "BEGIN { print \"id,density\"; for (i = 0; i < 500; i++) print \"x\" i \",-1\" }" >many.csv
screen validate many.csv -Wno-ledger-none
