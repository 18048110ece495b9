screen routes --se Li3PS4 --binder NBR --solvent THF --format json
