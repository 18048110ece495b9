screen --binder NBR
