screen backtest exposure --format csv
