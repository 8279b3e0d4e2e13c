/** Lists of LangChain's messages, dumped or printed: each answer with its usage is a request. */
import { decodeUsage } from "../../answers/decode-usage";
import { type Said, tell } from "../../words/message";
import { readChainMessages } from "../convert-lang-chain";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { createRequestBudget } from "../request-budget";
import type { RecordReader, Source, SourceReading } from "../source";
import { splitConversation } from "../split-conversation";

function open(): RecordReader {
  const exchanges: Exchange[] = [];
  const drops = createDropList();
  const budget = createRequestBudget();
  return {
    take(record, place) {
      const lost = new Set<string>();
      const read = readChainMessages(record, lost);
      if (!read) {
        drops.add(tell("importSources.noMessages", { place }));
        return;
      }
      const kept = read.map(({ message, usage, model }, index) => {
        const decoded = usage === null ? null : decodeUsage(usage);
        const where: Said = tell("importing.messageOf", { place, number: String(index + 1) });
        return { message, place: where, usage: decoded?.ok ? decoded.usage : null, model, at: null };
      });
      const split = splitConversation(kept, (messages, model) =>
        model === null ? messages : { model, messages },
      );
      for (const exchange of split)
        if (exchange.body === null || budget.admits(exchange.body, exchange.place)) exchanges.push(exchange);
      for (const name of lost) drops.add(tell("importSources.formLost", { name }));
    },
    end: (): SourceReading => ({
      title: tell("importSources.langChainTitle", { count: exchanges.length }),
      exchanges,
      understood: [
        tell("importSources.formRead", { form: tell("importSources.formLangChain") }),
        ...(exchanges.some(({ usage }) => usage !== null) ? [tell("importSources.answersRead")] : []),
      ],
      dropped: [...drops.sentences(), ...budget.sentences()],
      redacted: [],
    }),
  };
}

/** `messages_to_dict`, `dumpd`, `model_dump`, or the repr of a list: https://python.langchain.com/docs/concepts/messages (2026-11). */
export const langChain: Source = {
  kind: "lang-chain",
  recognises: (record) => readChainMessages(record) !== null,
  open,
};
