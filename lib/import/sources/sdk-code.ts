/** A program in Python or JavaScript that sends a request through an SDK of OpenAI, Anthropic or DashScope. */
import type { Endpoint } from "../../offers/endpoint";
import { regionName } from "../../offers/regions";
import { redactKeys } from "../../redact/redact-text";
import { isObject } from "../../values/json";
import { ENGLISH } from "../../words/plain-words";
import { createDropList } from "../drop-list";
import { endpointOfUrl } from "../endpoint-of-url";
import type { Exchange } from "../exchange";
import { placeWithin } from "../name-place";
import { countIn } from "../read-fields";
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
    const missing = new Set<string>();
    const redacted: string[] = [];
    const drops = createDropList();
    const budget = createRequestBudget();
    return {
      take(record, place) {
        if (typeof record !== "string") return;
        endpoints.push(...listEndpoints(record));
        redacted.push(...redactKeys(record, alias).removed);
        const unknown = { at: null, duration: null, reply: "", usage: null, conversation: null };
        for (const [index, call] of readSdkCalls(record).entries()) {
          const here = placeWithin(place, "Call", index + 1);
          if (!call.body) drops.add(`${here} gets its messages while the program runs: left out.`);
          else if (budget.admits(call.body, here)) {
            for (const name of call.missing) missing.add(name);
            const model = isObject(call.body) && typeof call.body.model === "string" ? call.body.model : null;
            exchanges.push({ place: here, body: call.body, model, ...unknown });
          }
        }
      },
      end() {
        const region = endpoints[0]?.region;
        const names = [...missing].slice(0, NAMED).join(", ");
        return {
          title: `A program with ${countIn(exchanges.length, "request", "requests")}.`,
          exchanges,
          understood: [
            ...(missing.size > 0
              ? [`Only the running program knows some values; names stand for them: ${names}.`]
              : []),
            ...new Set(endpoints.map(({ name }) => `The address is that of Model Studio, ${name}.`)),
            ...(region ? [`Prices are those of ${ENGLISH.say(regionName(region))}.`] : []),
          ],
          dropped: [...drops.sentences(), ...budget.sentences()],
          redacted,
          ...(region ? { region } : {}),
        };
      },
    };
  },
};
