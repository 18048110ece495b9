screen help rank
