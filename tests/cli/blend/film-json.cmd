screen blend --se LPSCl --binder SEBS --solvent heptane:DIBK=80:20wt% --dry --format json | grep -v sha256
