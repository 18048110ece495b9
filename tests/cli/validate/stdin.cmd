printf "id,density\nx,-1\n" | screen validate - -q
