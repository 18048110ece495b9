for name in xylene 1330-20-7 DBM NMP nmp THF DME EtOAc 'ethyl acetate' Ethyl_Acetate ANISOLE 100-66-3 \
	NBR PVdF PVDF Oppanol LPSCl LPS LGPS Li6PS5Cl Li₆PS₅Cl LiTFSI '1,2-dimethoxyethane'; do
	printf '%s = ' "$name"
	screen show "$name" --format csv | sed -n '2s/,.*//p'
done
