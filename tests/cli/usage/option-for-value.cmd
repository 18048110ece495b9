screen --se --binder NBR
