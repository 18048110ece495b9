screen --route precursor --se Li3PS4 --binder NBR,PVC --width 120
