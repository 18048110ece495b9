screen schema | grep -E '"(iarc|protic|outcome)":'
