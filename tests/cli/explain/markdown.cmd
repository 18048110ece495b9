screen explain --se Li6PS5Cl --binder NBR --solvent n-decane --format markdown
