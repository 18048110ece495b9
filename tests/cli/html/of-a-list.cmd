screen list formats --format html | sed -n '/<main id="plain">/,/<\/main>/p' | head -n 8
