printf 'id,name,boiling_point\nmy-oil,My oil,150\n' >own.csv
screen explain --se LPSCl --binder NBR --solvent my-oil --add own.csv --width 100 | sed '/^Sources/,$d'
