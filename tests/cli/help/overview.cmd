screen help
