screen >a
screen help >b
cmp a b
