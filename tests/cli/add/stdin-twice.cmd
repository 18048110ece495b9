printf 'id,name\n' | screen --se Li6PS5Cl --binder NBR --add - --add -
