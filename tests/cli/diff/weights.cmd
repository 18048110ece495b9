screen rank --se Li6PS5Cl --binder NBR --solvent anisole,toluene,heptane,THF --all --format json --output old.json
screen rank --se Li6PS5Cl --binder NBR --solvent anisole,toluene,xylene,THF --weight dispersion=x4 --all --format json --output new.json
screen diff old.json new.json --ascii
