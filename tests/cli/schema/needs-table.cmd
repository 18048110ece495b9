screen schema --format table-schema
