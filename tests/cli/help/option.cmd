screen show --help >a
screen help show >b
cmp a b
screen -h >a
screen help >b
cmp a b
