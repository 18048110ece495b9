mkdir curves
screen plot --kind curves --route dry --output-dir curves && ls curves
