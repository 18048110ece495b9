printf 'id,name\n' | screen validate - -
