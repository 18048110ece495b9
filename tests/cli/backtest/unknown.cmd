screen backtest everything
