screen validate - --in-place
