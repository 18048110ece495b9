screen routes --binder NBR
