screen schema --format datapackage | cmp - $DATA/../../../data/datapackage.json
