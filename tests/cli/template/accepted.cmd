screen template solvents | screen validate - -q
