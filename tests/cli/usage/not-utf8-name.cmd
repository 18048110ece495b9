screen --se "$(printf 'a\377b')"
