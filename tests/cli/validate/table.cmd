printf "property,value\ndensity,1\n" | screen validate - -q --table values
