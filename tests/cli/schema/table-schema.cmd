screen schema salts --format table-schema
