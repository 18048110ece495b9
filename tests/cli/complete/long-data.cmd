awk 'BEGIN { print "id,name,boiling_point"; for (i = 0; i < 200000; i++) print "zorbane-" i ",Zorbane " i ",100" }' >long.csv
screen complete -- --add long.csv --solvent zorb
screen complete -- --add long.csv --solvent aniso
