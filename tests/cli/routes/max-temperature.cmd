screen --se Li3PS4 --binder PPC,PtBA,v-BR,NBR --solvent anisole --max-temperature 180 --width 120
