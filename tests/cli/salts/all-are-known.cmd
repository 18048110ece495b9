for s in LiTFSI LiFSI LiClO4 LiPF6 LiBF4 LiI LiBOB "Li(G3)TFSI"; do screen --se Li6PS5Cl --binder NBR --salt "$s" --solvent anisole --format csv | cut -d, -f9-10 | tail -1; done
