screen complete -- --solvent DBM:xyl
screen complete -- --solvent DBM:xylene=80:2
screen complete -- --solvent DBM:xylene=80:20,aniso
screen complete -- --solvent anisole,p-xyl
screen complete -- blend --of 'DBM;aniso'
