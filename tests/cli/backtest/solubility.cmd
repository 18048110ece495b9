screen backtest solubility --format csv
