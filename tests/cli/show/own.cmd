printf "id,name,boiling_point\nmy-oil,My oil,150\n" >own.csv
screen show my-oil --add own.csv
