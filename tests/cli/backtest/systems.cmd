screen backtest --systems --format csv
