echo "{}" >x.json
screen diff x.json x.json
