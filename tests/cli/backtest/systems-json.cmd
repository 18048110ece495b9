screen backtest systems --format json | head -60
