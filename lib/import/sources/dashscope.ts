/** Bodies of Model Studio's native endpoint, rewritten in the OpenAI-compatible dialect. */
import { formatNumber } from "../../values/figures";
import { type Message, type Said, tell } from "../../words/message";
import { convertNative, nameLost } from "../convert-native";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { isNativeBody } from "../recognise-request";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";

const writeTitle = ({ length }: readonly Exchange[]): Message =>
  length === 1
    ? tell("importSources.dashscopeTitle")
    : tell("importSources.dashscopeTitleMany", { count: formatNumber(length) });

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const lost = new Map<string, Said>();
  const drops = createDropList();
  const budget = createRequestBudget();
  return {
    take(record, place) {
      const converted = convertNative(record);
      if (!converted) {
        drops.add(tell("importSources.dashscopeNoInput", { place }));
        return;
      }
      const { body } = converted;
      for (const path of converted.lost) if (!lost.has(path)) lost.set(path, place);
      if (!budget.admits(body, place)) return;
      const model = typeof body.model === "string" ? body.model : null;
      exchanges.push({
        place,
        at: null,
        duration: null,
        body,
        reply: "",
        usage: null,
        model,
        conversation: null,
      });
    },
    end(): SourceReading {
      for (const [path, place] of lost)
        drops.add(tell("importing.placeSentence", { place, sentence: nameLost(path) }));
      return {
        title: writeTitle(exchanges),
        exchanges,
        understood: [tell("importSources.dashscopeRewritten")],
        dropped: [...drops.sentences(), ...budget.sentences()],
        redacted: [],
      };
    },
  };
}

export const dashscope: Source = { kind: "dashscope", recognises: isNativeBody, open };
