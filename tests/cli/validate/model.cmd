printf "{\"format\": \"slurryscreen-model/1\",\n \"name\": \"m\", \"weight\": 1}\n" | screen validate - -q
