screen explain --binder NBR --solvent anisole
