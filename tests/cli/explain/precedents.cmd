screen explain --se Li3PS4 --binder SEBS --solvent p-xylene --width 120 | sed -n '/^What others/,/^What would/p'
