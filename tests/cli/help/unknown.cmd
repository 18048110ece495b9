screen help rnak
