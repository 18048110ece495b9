/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

enum session_status cmd_schema(struct cli *cli)
{
	return session_fail(cli->session, SESSION_USAGE, "not there yet");
}
