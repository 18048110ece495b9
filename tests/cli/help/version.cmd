screen --version | sed 's/database [0-9a-f]\{12\})/database HASH)/'
