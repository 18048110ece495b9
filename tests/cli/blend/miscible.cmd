# Heptane and propylene carbonate would part into layers.
screen blend --se LPSCl --binder NBR --of heptane,PC,cyclohexanone --sort gain --miscible --step 0.1
