/** The lesson of other services: the same conversation, and another minimum, another boundary, another life. */
import { listShownSystems } from "../../compare/shown-systems";
import { findListedModel, findService } from "../../offers/listed-prices";
import type { Settings } from "../../pipeline/analysis";
import type { WhatIf } from "../../pipeline/what-if";
import { perThousand, rowOf } from "../facts";
import type { Facts, Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

const text = writeBody([
  { role: "system", content: [{ text: readManual(0, 130), marked: true }] },
  { role: "user", content: "The sensor in the hall reacts only every second time. Where should I begin?" },
]);

/** Seconds between requests 2 and 3. */
const PAUSE = 1200;

const settings = playWith({
  name: "Four questions, with a pause of twenty minutes",
  duration: 4,
  reply: "Begin with its link quality: open the sensor in the app, then Details.",
  turns: [
    ask(60, "It says 61 of 255. What now?", "Put a plug between the two: every plug passes messages on."),
    ask(PAUSE, "I have one to spare. Which way round?", "Any way. Give the network ten minutes to settle."),
    ask(60, "And if that does not help?", "Then move the controller, and write down what you have tried."),
  ],
});

/** The same document, played by the rules of a row of the comparison. */
const playedBy = (played: string): Scene => ({
  text,
  settings: { ...settings, played } satisfies Settings,
});

const ROWS = { gemini: "gemini", earlier: "openai-before-5-6", openai: "openai" } as const;
type Row = keyof typeof ROWS;

const modelOf = (row: Row): string =>
  listShownSystems({}).find(({ id }) => id === ROWS[row])?.asked.model ?? "";

const minimumOf = (service: string, model: string): number => {
  const found = findService(service);
  return (found && findListedModel(found, model)?.minimum) ?? 0;
};

const readOf = (played: WhatIf | undefined, request: number): number => played?.rows[request - 1]?.read ?? 0;

/** The services that read most of the manual after the pause. */
const readersAfterPause = ({ others }: Facts): Row[] =>
  (Object.keys(ROWS) as Row[]).filter(
    (row) => readOf(others[row], 3) > (others[row]?.rows[2]?.prompt ?? 0) / 2,
  );

export const samePromptElsewhere: Lesson = {
  id: "same-prompt-elsewhere",
  scene: { text, settings },
  others: { gemini: playedBy(ROWS.gemini), earlier: playedBy(ROWS.earlier), openai: playedBy(ROWS.openai) },
  steps: [
    { id: "see", kind: "see", request: 2, spot: { on: "wait", request: 3 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 3,
      request: 3,
      question: {
        kind: "choice",
        choices: ["gemini", "earlier", "openai", "none"],
        answer(facts) {
          const [first] = readersAfterPause(facts);
          return first ?? "none";
        },
      },
    },
    { id: "reveal", kind: "reveal", tab: "why", request: 3, spot: { on: "outcome", request: 3 } },
    { id: "rules", kind: "reveal", request: 2, spot: { on: "outcome", request: 2 } },
    {
      id: "mend",
      kind: "mend",
      sheet: "compare",
      request: 3,
      goal({ now }) {
        const [, before, after] = now.timeline.turns;
        return (
          before !== undefined &&
          after !== undefined &&
          after.at - before.at >= PAUSE &&
          after.ledger.read > after.ledger.prompt / 2
        );
      },
      acts: [
        {
          id: "openai",
          act: (scene) => ({ ...scene, settings: { ...scene.settings, played: ROWS.openai } }),
        },
      ],
    },
    { id: "after", kind: "reveal", request: 3, spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    return {
      minutes: PAUSE / 60,
      minimum: minimumOf("gemini", modelOf("gemini")),
      step: findService("openai")?.prefix?.step ?? 0,
      shortLife: (findService("openai")?.prefix?.life ?? 0) / 60,
      longLife: (findService("openai")?.write ?? 0) / 60,
      geminiModel: modelOf("gemini"),
      earlierModel: modelOf("earlier"),
      openaiModel: modelOf("openai"),
      read: rowOf(start, 2).read,
      written: rowOf(start, 3).written,
      prompt: rowOf(start, 2).prompt,
      geminiRead: readOf(others.gemini, 2),
      earlierRead: readOf(others.earlier, 2),
      openaiRead: readOf(others.openai, 2),
      openaiLater: readOf(others.openai, 3),
      later: now.timeline.turns[2]?.ledger.read ?? 0,
      cost: perThousand(start.timeline.totals.cost),
      geminiCost: perThousand(others.gemini?.totals.cost ?? null),
      earlierCost: perThousand(others.earlier?.totals.cost ?? null),
      openaiCost: perThousand(others.openai?.totals.cost ?? null),
    };
  },
  bites: { url: "https://github.com/theopenco/llmgateway/pull/3010", asOf: "2026-11-21" },
  rule: "model-switched",
  text: {
    en: {
      title: "The same prompt elsewhere",
      about:
        "Each service has its own minimum, its own boundaries and its own life: the same words, another bill.",
      steps: {
        see: {
          heading: "A pause of {minutes} minutes",
          body: "Four questions about a manual of some {prompt, number} tokens, played by Model Studio’s rules. The marker stands behind the manual, and request 2 reads {read, number} tokens. Then nobody asks for {minutes} minutes.",
          notes:
            "Ask first what happens at Model Studio. Its entries live for five minutes after the last use: request 3 will have to write again. What do others do?",
        },
        predict: {
          heading: "The very same requests, sent elsewhere",
          body: "Three others play the conversation: Gemini (<c>{geminiModel}</c>), OpenAI’s earlier models (<c>{earlierModel}</c>) and its present ones (<c>{openaiModel}</c>). All of them cache on their own; no marker is needed.",
          question: "Where does request 3 still read the manual, {minutes} minutes later?",
          choices: {
            gemini: "At Gemini",
            earlier: "At OpenAI, with an earlier model",
            openai: "At OpenAI, with a present model",
            none: "Nowhere",
          },
          notes:
            "Nobody need know this by heart. Let them say what they would have to know: how long is long enough, where does an entry end, how long does it live.",
        },
        reveal: {
          heading: "Where entries live long enough",
          body: "At Model Studio request 3 writes {written, number} tokens again. OpenAI’s present models keep an entry for at least {longLife} minutes: there it reads {openaiLater, number}. An entry belongs to one service and <b>one model</b>: whoever switches either starts with nothing.",
          notes:
            "So a conversation that changes its model half way pays for its whole history once more. That is the reason “model changed” on this page, and the rule on switched models.",
        },
        rules: {
          heading: "Three rules, three figures for request 2",
          body: "<b>Minimum:</b> Gemini wants {minimum, number} tokens or more here, so it reads {geminiRead, number}. <b>Boundary:</b> the earlier model stores in steps of {step}, and reads {earlierRead, number}; the present one stores up to the end of a message: {openaiRead, number}. <b>Life:</b> {shortLife} minutes without use, or {longLife}.",
          notes:
            "Where a model’s own vocabulary is not at hand, Qwen’s counts in its stead; the comparison says where. What a service does not document is listed there as an assumption.",
        },
        mend: {
          heading: "Fix it: choose a service that waits",
          body: "In the comparison, open a service whose entries outlive the pause and play the conversation by its rules. Request 3 is to read the manual.",
          acts: { openai: "OpenAI plays the conversation." },
          done: "Done: request 3 reads {later, number} tokens after {minutes} minutes.",
          notes:
            "Several do: some by a longer life for more money, some by keeping entries for hours, some as long as there is room. The comparison also says what is promised and what is assumed.",
        },
        after: {
          heading: "{cost} at Model Studio, {openaiCost} at OpenAI",
          body: "A thousand such conversations: {geminiCost} at Gemini, {earlierCost} with the earlier model. Models and prices differ, so the cheapest bill is no verdict. But the rules you have learned are <b>this service’s</b>: look them up before you move.",
          notes:
            "What holds everywhere is the prefix: same beginning, same order, what changes behind what stays. All the other figures are each service’s own.",
        },
      },
      bites:
        "A gateway was reported to ignore cache markers; the model simply had a higher minimum than the prompt.",
      link: "LLM Gateway, pull request 3010",
    },
    zh: {
      title: "换一家服务",
      about: "每家服务都有自己的最小长度、边界和有效期：同样的文字，不同的账单。",
      steps: {
        see: {
          heading: "停了 {minutes} 分钟",
          body: "围绕一份手册的四个问题，每个请求约 {prompt, number} 个 Token，按百炼的规则播放。标记放在手册后面，请求 2 命中 {read, number} 个 Token。然后 {minutes} 分钟没有人提问。",
          notes: "先问在百炼会怎样。条目在最后一次使用之后有效五分钟：请求 3 必须重新写入。别家又如何？",
        },
        predict: {
          heading: "同样的请求，发给别家",
          body: "另外三家来播放这段对话：Gemini（<c>{geminiModel}</c>）、OpenAI 较早的模型（<c>{earlierModel}</c>）和现在的模型（<c>{openaiModel}</c>）。它们都自动缓存，不需要标记。",
          question: "{minutes} 分钟之后，请求 3 在哪里还能命中手册？",
          choices: {
            gemini: "Gemini",
            earlier: "OpenAI，较早的模型",
            openai: "OpenAI，现在的模型",
            none: "哪里都不能",
          },
          notes: "不必背下来。让大家说说需要知道什么：多长才够长？条目到哪里为止？能活多久？",
        },
        reveal: {
          heading: "要看条目的有效期够不够长",
          body: "在百炼，请求 3 要重新写入 {written, number} 个 Token。OpenAI 现在的模型至少保留 {longLife} 分钟，请求 3 命中 {openaiLater, number} 个。条目只属于一家服务的<b>一个模型</b>：换了服务或模型，一切从头开始。",
          notes:
            "所以对话中途更换模型，整段历史都要再付一次费。页面上的“模型已更换”和关于更换模型的规则，说的就是这件事。",
        },
        rules: {
          heading: "三条规则，请求 2 的三个数字",
          body: "<b>最小长度</b>：Gemini 在这里要求 {minimum, number} 个 Token，命中 {geminiRead, number} 个。<b>边界</b>：较早的模型每 {step} 个一段，命中 {earlierRead, number} 个；现在的模型存到消息末尾，命中 {openaiRead, number} 个。<b>有效期</b>：闲置 {shortLife} 分钟，或 {longLife} 分钟。",
          notes:
            "没有相应词表的模型，这里用 Qwen 的词表代为计数，对比中有说明。服务没有文档说明的地方，也在那里列为假设。",
        },
        mend: {
          heading: "动手修复：选一家等得起的服务",
          body: "在对比中打开一家有效期长于这段停顿的服务，按它的规则播放对话，让请求 3 命中手册。",
          acts: { openai: "由 OpenAI 播放这段对话。" },
          done: "完成：{minutes} 分钟之后，请求 3 命中 {later, number} 个 Token。",
          notes:
            "符合的不止一家：有的加价延长有效期，有的一连保留几小时，有的只要还有空间就留着。对比里也写明哪些有保证，哪些只是假设。",
        },
        after: {
          heading: "百炼 {cost}，OpenAI {openaiCost}",
          body: "一千次这样的对话：Gemini {geminiCost}，较早的模型 {earlierCost}。模型和价格各不相同，账单最低不等于最好。但你学到的规则属于<b>这一家服务</b>：搬走之前，先查清楚新家的规则。",
          notes: "到处都成立的只有前缀：开头相同，顺序相同，会变的放在不变的后面。其余的数字，每家都不一样。",
        },
      },
      bites: "有人报告某网关忽略缓存标记，其实只是提示词没有达到那个模型的最小长度。",
      link: "LLM Gateway 的 pull request 3010",
    },
  },
};
