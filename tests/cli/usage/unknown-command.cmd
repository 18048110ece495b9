screen rnak
