screen explain --se Li6PS5Cl --binder NBR --solvent n-decane --format json | sed 's/"sha256": "[0-9a-f]*"/"sha256": "HASH"/' >out
sed -n '1,50p' out
grep '^  "' out
