screen list conflicts --solvent benzyl-acetate,n-hexane --format csv
