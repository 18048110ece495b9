screen --tpo 3
