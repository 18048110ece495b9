screen help show
