screen list conflicts --se LGPS --binder SEBS --solvent benzyl-acetate --width 100
