/** A program in Python or JavaScript that sends a request through an SDK of OpenAI, Anthropic or DashScope. */
import type { Endpoint } from "../../offers/endpoint";
import { regionName } from "../../offers/regions";
import { redactKeys } from "../../redact/redact-text";
import { isObject } from "../../values/json";
import { append } from "../../values/long-lists";
import { type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import { endpointOfUrl, nameEndpoints } from "../endpoint-of-url";
import type { Exchange } from "../exchange";
import { listNames } from "../list-names";
import { placeWithin } from "../name-place";
import { isSdkText, readSdkCalls } from "../read-sdk-call";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source } from "../source";

/** Names that are said of what is missing; more would fill the screen. */
const NAMED = 5;

const listEndpoints = (text: string): readonly Endpoint[] =>
  [...text.matchAll(/https?:\/\/[^\s"'`]+/g)].flatMap(([url]) => endpointOfUrl(url) ?? []);

export const sdkCode: Source = {
  kind: "sdk-code",
  recognises: (record) => typeof record === "string" && isSdkText(record),
  open({ alias }): RecordReader {
    const exchanges: Exchange[] = [];
    const endpoints: Endpoint[] = [];
    /** By its JSON. */
    const missing = new Map<string, Said>();
    const redacted: Said[] = [];
    const drops = createDropList();
    const budget = createRequestBudget();
    return {
      take(record, place) {
        if (typeof record !== "string") return;
        append(endpoints, listEndpoints(record));
        append(redacted, redactKeys(record, alias).removed);
        const unknown = { at: null, duration: null, reply: "", usage: null, conversation: null };
        for (const [index, call] of readSdkCalls(record).entries()) {
          const here = placeWithin(place, "call", index + 1);
          if (!call.body) drops.add(tell("importSources.programNoMessages", { place: here }));
          else if (budget.admits(call.body, here)) {
            for (const name of call.missing) missing.set(JSON.stringify(name), name);
            const model = isObject(call.body) && typeof call.body.model === "string" ? call.body.model : null;
            exchanges.push({ place: here, body: call.body, model, ...unknown });
          }
        }
      },
      end() {
        const region = endpoints[0]?.region;
        const names = listNames([...missing.values()].slice(0, NAMED));
        return {
          title: tell("importSources.programTitle", { count: exchanges.length }),
          exchanges,
          understood: [
            ...(missing.size > 0 ? [tell("importSources.programUnknown", { names })] : []),
            ...nameEndpoints(endpoints),
            ...(region ? [tell("importSources.pricesOf", { region: regionName(region) })] : []),
          ],
          dropped: [...drops.sentences(), ...budget.sentences()],
          redacted,
          ...(region ? { region } : {}),
        };
      },
    };
  },
};
