screen --se 'Li6PS5Cl' --binder=NBR --where 'flash_point>=23' -n 3 --color never --format json | grep -o '"command": ".*"'
