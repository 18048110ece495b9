/* SPDX-License-Identifier: MIT */
#include "cli/request.h"

enum session_status cmd_compare(struct cli *cli)
{
	return session_fail(cli->session, SESSION_USAGE, "%s", "not yet");
}
