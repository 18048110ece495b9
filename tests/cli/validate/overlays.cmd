printf 'id,name,aliases,cas,smiles,density\nmy1,My one,My other,123-38-6,CCC=O,0.8\n' > a.csv
printf 'id,name,aliases,cas,smiles,density\nmy1,My one,My other,123-38-6,CCC=O,0.81\nmy2,My one,,123-38-6,CCC=O,0.8\n' > b.csv
screen validate a.csv b.csv -W no-ledger-none
