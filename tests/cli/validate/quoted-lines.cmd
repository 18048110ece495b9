printf "id,name,density\nx,\"two\nlines, one\",0.8\ny,z,-1\n" | screen validate - -q -Wno-ledger-none
