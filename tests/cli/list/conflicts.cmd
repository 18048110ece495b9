screen list conflicts --width 120 | head -12
