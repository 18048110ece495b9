# SPDX-License-Identifier: MIT
# Run by scripts/build.sh with `cmake -P`: fails where CMake is too old to read the presets.
cmake_minimum_required(VERSION 3.25)
