screen --se "$(printf 'a\033[31mred\033]0;title\007b\r\n')"
