screen template exposure
