screen --se Li3PS4 --binder PPC,PtBA,v-BR --solvent anisole --format json | grep degC
