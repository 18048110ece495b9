sed 's/"drying"/"dryness"/' input/../../../data/models/slurry.json >own.json
screen complete -- --model own.json --weight dry
screen complete -- --model=own.json --weight safety=x2,dry
screen complete -- --route dry --weight reac
screen complete -- --route dry --se x --fail-below re
