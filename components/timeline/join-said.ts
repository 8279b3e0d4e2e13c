/** Puts the clauses of a request's sentence in a row, by the commas and semicolons of the reader's language. */
import type { LedgerRow } from "../../lib/bill/ledger";
import { formatCount } from "../../lib/values/figures";
import { type Said, tell } from "../../lib/words/message";

const join = (said: readonly Said[], key: "timeline.commas" | "timeline.clauses"): Said =>
  said.length === 0 ? "" : said.reduceRight((rest, first) => tell(key, { first, rest }));

/** Several that belong to one clause. */
export const joinWithCommas = (pieces: readonly Said[]): Said => join(pieces, "timeline.commas");

/** Each could stand alone. */
export const joinClauses = (clauses: readonly Said[]): Said => join(clauses, "timeline.clauses");

const KINDS = ["read", "written", "uncached", "completion"] as const;

/** e.g. `1,024 read, 73 written tokens`. @param all true says those of which there are none, too */
export const tellFigures = (ledger: LedgerRow, all = false): Said =>
  tell("timeline.figureTokens", {
    figures: joinWithCommas(
      KINDS.filter((kind) => all || ledger[kind] > 0).map((kind) =>
        tell(`timeline.${kind}Count`, { count: formatCount(ledger[kind]) }),
      ),
    ),
  });
