screen diff nowhere.json nowhere.json
