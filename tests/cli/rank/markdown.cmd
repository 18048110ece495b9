screen --se Li6PS5Cl --binder NBR --top 5 --format markdown
