for policy in worst assume best; do
	screen --se LPSCl --binder NBR --solvent mesitylene --missing $policy --format csv | cut -d, -f1-12
done
