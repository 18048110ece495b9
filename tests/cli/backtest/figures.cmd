screen backtest --width 140
