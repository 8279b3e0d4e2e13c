/** What `npm run probe -- --help` says. */

/** The environment variables that hold the keys, unless others are named. */
export const KEY = "PROBE_KEY";
export const SECOND_KEY = "PROBE_SECOND_KEY";

export const HELP = `npm run probe -- --endpoint <host|emulator> --model <model> [options]

Asks a service what its documentation leaves open, through a running playground, and writes what was found as a report.
docs/probes.md lists the questions.

  --endpoint <id>           emulator, or a host such as intl, cn, us, hk, workspace-intl (GET /api/relay lists them)
  --model <model>           e.g. qwen3-max
  --workspace <id>          of the endpoint, where it is that of a workspace
  --region <id>             whose prices count at the emulator (intl)
  --only <id,id,…>          these questions alone; all that fit the model where it is left out
  --cheap                   those that end within a minute and cost least
  --reading <switch=reading>  what the emulator plays; may be given several times
  --second-kind <kind>      key, workspace or region: asks whether a second one shares the cache
  --second-endpoint <id>    where the second is of another region
  --second-workspace <id>   where the second is another workspace
  --ceiling <amount>        stops before the calls that could cost more (the estimate)
  --out <folder>            where the report and the state are written (.)
  --resume <file>           goes on with a run that was paused or stopped
  --server <url>            the playground (http://127.0.0.1:3000)
  --language <en|zh>        of the report (en)
  --yes                     sends what costs; without it the estimate is all there is

Keys are read from the environment, never from the command line: ${KEY}, and ${SECOND_KEY} for the second.
--key <name> and --second-key <name> name other variables. Without a key the server's own is used, where
it has one.

Ctrl+C pauses: the calls under way are awaited, and the state file is kept for --resume.

Ends with 0 where all questions are settled, 1 where some are not, 2 where the command is wrong or nothing was sent, 3 where
the run has not ended.
`;
