screen complete -- validate --warn value-r
screen complete -- validate -W no-value-r
screen complete -- validate --warn=error=value-r
