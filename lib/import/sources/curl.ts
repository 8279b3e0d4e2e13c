/** One or more curl commands, as documentation writes them or a browser copies them. */

import type { Endpoint } from "../../offers/endpoint";
import { regionName } from "../../offers/regions";
import { isResponsesBody } from "../../prompt/services/from-responses";
import { type Failure, fail } from "../../values/failure";
import { formatNumber } from "../../values/figures";
import { isObject } from "../../values/json";
import { type Said, tell } from "../../words/message";
import { secretsOfUrl } from "../address-secrets";
import { convertNative, nameLost } from "../convert-native";
import { convertService } from "../convert-service";
import { createDropList } from "../drop-list";
import { endpointOfUrl, nameEndpoints } from "../endpoint-of-url";
import type { Exchange } from "../exchange";
import { isCommandText } from "../know-text";
import { placeWithin } from "../name-place";
import { createKeyNotes } from "../note-keys";
import { parseValue } from "../parse-value";
import { type CurlCommand, readCurl } from "../read-curl";
import { isRequestBody } from "../recognise-request";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";
import { splitShell } from "../split-shell";

/** `lost` are sentences that are said after the place. */
type ReadBody = { readonly ok: true; readonly body: unknown; readonly lost: readonly Said[] } | Failure;

function readBody({ body, files, url }: CurlCommand): ReadBody {
  const [file] = files;
  if (file === "-") return fail(tell("importing.curlStdin"));
  if (file !== undefined) return fail(tell("importing.curlFile", { file }));
  if (body === null) return fail(tell("importing.curlNoBody"));
  const parsed = parseValue(body);
  if (!parsed.ok) return fail(tell("importing.curlBody", { reason: parsed.reason }));
  const native = convertNative(parsed.value);
  if (native) return { ok: true, body: native.body, lost: native.lost.map(nameLost) };
  const converted = convertService(parsed.value, url);
  if (converted) return { ok: true, body: converted.body, lost: converted.notes };
  if (!isRequestBody(parsed.value)) return fail(tell("importing.curlNoMessages"));
  return { ok: true, body: parsed.value, lost: [] };
}

const isCurl = (words: readonly string[]): boolean =>
  words.some((word) => /(?:^|[\\/])curl(?:\.exe)?$/i.test(word));

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const endpoints: Endpoint[] = [];
  const redacted: Said[] = [];
  /** Of the commands with a Responses body, whether they ask for the session cache. */
  const sessions = new Set<boolean>();
  const drops = createDropList();
  const keys = createKeyNotes();
  const budget = createRequestBudget();

  function takeCommand(words: readonly string[], place: Said): void {
    const command = readCurl(words);
    redacted.push(...command.secrets, ...secretsOfUrl(command.url ?? ""));
    const read = readBody(command);
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
    const unknown = { at: null, duration: null, reply: "", usage: null, conversation: null };
    exchanges.push({ place, body, model, ...unknown });
  }

  return {
    take(record, place) {
      const split = splitShell(typeof record === "string" ? record : "");
      if (!split.ok) drops.add(split.reason);
      else
        for (const [index, words] of split.commands.filter(isCurl).entries())
          takeCommand(words, placeWithin(place, "command", index + 1));
    },
    end(): SourceReading {
      const { length } = exchanges;
      const region = endpoints[0]?.region;
      return {
        title:
          length === 1
            ? tell("importSources.curlTitle")
            : tell("importSources.curlTitleMany", { count: formatNumber(length) }),
        exchanges,
        understood: [
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
  recognises: (record) => typeof record === "string" && isCommandText(record),
  open,
};
