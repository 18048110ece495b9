screen list salts -o salts.pdf
ls
screen list salts -o folder.d/salts; screen list salts -o .salts; screen list salts -o salts.txt; screen list salts -o salts.pdf --format csv
