screen compare --se Li6PS5Cl --binder NBR anisole p-xylene --draws 100 --format json | sed 's/"sha256": "[0-9a-f]*"/"sha256": "HASH"/'
