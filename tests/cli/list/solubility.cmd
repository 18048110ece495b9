screen list solubility --binder SEBS --format csv
