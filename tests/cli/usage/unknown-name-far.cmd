screen --se LPSCl --solvent qqqqqqqqqqqq
