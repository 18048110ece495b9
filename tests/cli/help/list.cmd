screen help list
