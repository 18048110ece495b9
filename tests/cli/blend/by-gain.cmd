screen blend --se LPSCl --binder NBR --of anisole,p-xylene,heptane,propylene-carbonate,isooctane,DBM --sort gain --top 5
screen blend --se LPSCl --binder NBR --of anisole,p-xylene,heptane,propylene-carbonate --parts 3 --step 0.1 --sort gain --format tsv | cut -f7 | head -4
screen blend --se LPSCl --binder NBR --sort gian
