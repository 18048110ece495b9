screen --se LPSCl --binder NBR --top 1 --save no-folder/run.json
