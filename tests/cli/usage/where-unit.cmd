screen --se LPSCl --where 'flash_point>=60kPa'
