screen validate $DATA/faulty.csv -q -Wno-cas-date -Wno-cas-check-digit -Wno-decimal-comma --max-findings 1
