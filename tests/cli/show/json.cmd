screen show LiTFSI --format json
