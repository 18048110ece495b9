echo old >out.csv
screen --se nothing --output out.csv
cat out.csv
