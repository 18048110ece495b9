/* SPDX-License-Identifier: MIT */
function start() {}
