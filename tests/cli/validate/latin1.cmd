printf "id,name,density\nx,Propanal \351,0.8\n" | screen validate - -q
