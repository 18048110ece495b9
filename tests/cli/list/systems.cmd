screen list systems --solvent anisole --width 120
