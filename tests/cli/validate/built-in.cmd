screen validate -q | grep -E "(warning|error):" | grep -v values-disagree || true
