passed=73
failed=0
skipped=0
