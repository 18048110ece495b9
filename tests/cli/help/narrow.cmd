COLUMNS=40 screen help template
COLUMNS=60 screen schema --help
COLUMNS=200 screen help template | head -3
