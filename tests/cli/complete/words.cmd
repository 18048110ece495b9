screen complete -- compare anisole tolu
screen complete -- compare NBR/aniso
screen complete -- compare Li6PS5Cl/NBR/DBM:xyl
screen complete -- blend --sort g
