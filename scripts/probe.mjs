/** `npm run probe -- --endpoint … --model …`: asks a service what its documentation leaves open; `--help` says how. */
import { ownIo } from "./probe/io";
import { probeCommand } from "./probe/probe-command";

process.exitCode = await probeCommand(process.argv.slice(3), ownIo());
