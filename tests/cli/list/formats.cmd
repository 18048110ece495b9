screen list formats --format csv | cut -d, -f1-3
