screen --se LPSCl --binder NBR --solvent anisole,acetone --output report.html
head -n 10 report.html | cut -c 1-100
# What it needs is in it: nothing is loaded, and it stays a size that can be sent.
grep -cE ' src=|<link|@import|url\(' report.html
[ "$(wc -c <report.html)" -lt 150000 ] && echo small enough
sed -n '/<main id="plain">/,/<\/main>/p' report.html
