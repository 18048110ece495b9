{ head -c 50000 /dev/zero | tr "\\0" "["; head -c 50000 /dev/zero | tr "\\0" "]"; } >deep.json
screen --se LPSCl --binder NBR --solvent anisole --add deep.json
