# Small panels have short axes, and say below what they mean; wide ones have them written out.
screen plot --se LPSCl --binder NBR --layout grid --top 6 --width-mm 170 >small.svg
screen plot --se LPSCl --binder NBR --layout grid --top 2 --width-mm 170 >wide.svg
grep -c '>comp<' small.svg
grep -c 'comp: compatibility' small.svg
grep -c '>comp<' wide.svg || :
grep -c 'comp: compatibility' wide.svg || :
