screen validate --strict --quiet >/dev/null
