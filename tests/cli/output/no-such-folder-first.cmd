screen --se LPSCl --add missing.csv -o no/such/folder/ranking.csv
screen plot --se LPSCl --add missing.csv -o no/such/folder/spider.svg
screen --se LPSCl --add missing.csv -o ./ranking.csv
