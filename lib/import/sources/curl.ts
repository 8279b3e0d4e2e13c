/** Commands of a shell that send requests: curl as documentation writes it or a browser copies it, or PowerShell's own. */

import type { Endpoint } from "../../offers/endpoint";
import { regionName } from "../../offers/regions";
import { isResponsesBody } from "../../prompt/services/from-responses";
import { type Failure, fail } from "../../values/failure";
import { formatNumber } from "../../values/figures";
import { isObject } from "../../values/json";
import { append } from "../../values/long-lists";
import { type Said, tell } from "../../words/message";
import { secretsOfUrl } from "../address-secrets";
import { createDropList } from "../drop-list";
import { endpointOfUrl, nameEndpoints } from "../endpoint-of-url";
import type { Exchange } from "../exchange";
import { isCommandText, isPowerShellText } from "../know-text";
import { type ListedCommand, listCommands } from "../list-commands";
import { placeWithin } from "../name-place";
import { createKeyNotes } from "../note-keys";
import { parseValue } from "../parse-value";
import { readBody } from "../read-body";
import type { CurlCommand } from "../read-curl";
import { readLiterals } from "../read-literal";
import { readOutput } from "../read-output";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";

/** `lost` are sentences that are said after the place. */
type SentBody =
  | { readonly ok: true; readonly body: unknown; readonly lost: readonly Said[]; readonly isMended: boolean }
  | Failure;

/** A body as it was sent: a terminal may have broken its lines, and PowerShell's programs want their quotes escaped. */
function parseBody(text: string) {
  const parsed = parseValue(text);
  if (parsed.ok) return { parsed, isMended: false };
  for (const mended of [text.replaceAll('\\"', '"'), text.replace(/\r?\n/g, "")]) {
    const again = mended === text ? null : parseValue(mended);
    if (again?.ok) return { parsed: again, isMended: true };
  }
  const reading = readLiterals(text, () => true);
  const [literal] = reading.kind === "read" ? reading.literals : [];
  const isKnown = literal !== undefined && literal.missing.length === 0;
  return isKnown
    ? { parsed: { ok: true as const, value: literal.value }, isMended: true }
    : { parsed, isMended: false };
}

function readSent({ body, files, url }: CurlCommand): SentBody {
  const [file] = files;
  if (file === "-") return fail(tell("importing.curlStdin"));
  if (file !== undefined) return fail(tell("importing.curlFile", { file }));
  if (body === null) return fail(tell("importing.curlNoBody"));
  const { parsed, isMended } = parseBody(body);
  if (!parsed.ok) return fail(tell("importing.curlBody", { reason: parsed.reason }));
  const read = readBody(parsed.value, url);
  return read
    ? { ok: true, body: read.body, lost: read.lost, isMended }
    : fail(tell("importing.curlNoMessages"));
}

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const endpoints: Endpoint[] = [];
  const redacted: Said[] = [];
  /** Of the commands with a Responses body, whether they ask for the session cache. */
  const sessions = new Set<boolean>();
  const drops = createDropList();
  const keys = createKeyNotes();
  const budget = createRequestBudget();
  let answered = 0;
  let mended = 0;
  let isPowerShell = false;

  function takeCommand(command: ListedCommand, place: Said): void {
    append(redacted, [...command.secrets, ...secretsOfUrl(command.url ?? "")]);
    const read = readSent(command);
    if (!read.ok) {
      drops.add(tell("importing.placeReasonLeftOut", { place, reason: read.reason }));
      return;
    }
    for (const sentence of read.lost) drops.add(tell("importing.placeSentence", { place, sentence }));
    if (!budget.admits(read.body, place)) return;
    keys.note(command.key, place);
    const endpoint = command.url === null ? null : endpointOfUrl(command.url);
    if (endpoint) endpoints.push(endpoint);
    const { body } = read;
    if (isResponsesBody(body)) sessions.add(command.asksForSession);
    const model = isObject(body) && typeof body.model === "string" ? body.model : null;
    const answer = command.output === null ? null : readOutput(command.output);
    if (command.output !== null && !answer) drops.add(tell("importing.outputNotRead", { place }));
    if (answer) answered++;
    if (read.isMended) mended++;
    exchanges.push({
      place,
      body,
      model,
      at: null,
      duration: null,
      reply: answer?.reply ?? "",
      usage: answer?.usage ?? null,
      conversation: null,
    });
  }

  return {
    take(record, place) {
      const listed = listCommands(typeof record === "string" ? record : "");
      if (!listed.ok) {
        drops.add(listed.reason);
        return;
      }
      isPowerShell ||= listed.shell === "powershell";
      for (const [index, command] of listed.commands.entries())
        takeCommand(command, placeWithin(place, "command", index + 1));
    },
    end(): SourceReading {
      const { length } = exchanges;
      const region = endpoints[0]?.region;
      return {
        title: isPowerShell
          ? tell("importSources.powerShellTitle", { count: length })
          : length === 1
            ? tell("importSources.curlTitle")
            : tell("importSources.curlTitleMany", { count: formatNumber(length) }),
        exchanges,
        understood: [
          ...(answered > 0 ? [tell("importing.outputRead", { count: answered })] : []),
          ...(mended > 0 ? [tell("importing.bodyMended", { count: mended })] : []),
          ...(sessions.has(true) ? [tell("importSources.curlSession")] : []),
          ...(sessions.has(false) ? [tell("importSources.curlNoSession")] : []),
          ...keys.sentences(),
          ...nameEndpoints(endpoints),
          ...(region ? [tell("importSources.pricesOf", { region: regionName(region) })] : []),
        ],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted,
        ...(region ? { region } : {}),
      };
    },
  };
}

export const curl: Source = {
  kind: "curl",
  recognises: (record) => typeof record === "string" && (isCommandText(record) || isPowerShellText(record)),
  open,
};
