echo old >out.csv
chmod 600 out.csv
screen --se LPSCl --binder NBR --output out.csv
grep -c old out.csv
ls -l out.csv | cut -c1-10
