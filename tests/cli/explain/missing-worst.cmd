screen explain --se LPSCl --binder NBR --solvent mesitylene --missing worst --width 100 | sed -n '1,/^Total/p'
