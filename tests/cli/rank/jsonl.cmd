screen --se Li6PS5Cl --binder NBR --solvent anisole,NMP --all --format jsonl | sed 's/"sha256":"[0-9a-f]*"/"sha256":"HASH"/'
