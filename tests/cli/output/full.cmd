[ -w /dev/full ] || exit 77
screen --se LPSCl --binder NBR >/dev/full
