printf "id,density\r\nx,0.8\r\ny,-1\r\n" | screen validate - -q -Wno-ledger-none
