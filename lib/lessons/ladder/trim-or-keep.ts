/** The lesson of trimming: fewer tokens in the history, at the price of the cache; free of charge where that is gone anyway. */
import type { PlayEvent } from "../../timeline/play-event";
import type { ToolRound } from "../../timeline/scenario";
import { formatChange } from "../../values/figures";
import { changeTurn, dropEvents } from "../acts";
import { costOf, perThousand, rowOf } from "../facts";
import type { Facts, Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

/** Thinking is kept, so that nothing but the trim changes the history. */
const text = writeBody([
  { role: "system", content: [{ text: readManual(0, 70), marked: true }] },
  {
    role: "user",
    content: [{ text: "Every night the blind in the kitchen leaves the mesh. Why?", marked: true }],
  },
]).replace('"enable_thinking": false', '"enable_thinking": true,\n  "preserve_thinking": true');

const readLog = (device: string, resultTokens: number): ToolRound => ({
  gap: 9,
  thinking: "The log must show when the device goes silent.",
  calls: [{ name: "read_device_log", arguments: JSON.stringify({ device }), result: "", resultTokens }],
});

const TRIM: PlayEvent = { kind: "drop-results", keep: 1 };

/** Places of turns, from 0, before which the history may be trimmed: at once, and after the pause. */
const NOW = 2;
const LATER = 4;
/** The request before which it is trimmed at once, from 1, and the one after the pause. */
const TRIMMED = 6;
const COLD = 8;

/** @param trimmed the turn before which the first log is left out; null = it stays */
function scene(trimmed: number | null): Scene {
  const turns = [
    {
      ...ask(30, "Please do.", "It goes silent at 23:10, just after the lamp in the hall."),
      rounds: [readLog("blind in the kitchen", 700)],
    },
    {
      ...ask(50, "Then look at the lamp, too.", "It is switched off at the wall. Leave it powered."),
      rounds: [readLog("lamp in the hall", 1900)],
    },
    ask(60, "I do now. How far may they stand apart?", "Ten metres indoors."),
    ask(40, "Fine. I will watch it tonight.", "Tell me in the morning what you saw."),
    ask(36_000, "It left again last night.", "At the same time, at 23:10?"),
    ask(60, "Yes. My son switches the lamp off.", "Then put a plug there that stays on."),
  ];
  const settings = playWith({
    name: "A chat, a night, and the chat again",
    duration: 4,
    reply: "It may lose the device that passes its messages on. Shall I look into the logs?",
    turns: turns.map((turn, index) => (index === trimmed ? { ...turn, events: [TRIM] } : turn)),
  });
  return { text, settings };
}

type Choice = "now" | "keep" | "later";

/** What the whole conversation costs, by what is done with the first log. */
function costsOf({ start, others }: Facts): Readonly<Record<Choice, number>> {
  const known = (name: string): number => others[name]?.totals.cost ?? Number.NaN;
  return { now: costOf(start), keep: known("kept"), later: known("later") };
}

/** What trimming at once costs in its own request, by what it saves in each one that reads. */
function requestsToPay({ start, others }: Facts): number {
  const [kept, keptNext] = [others.kept?.rows[TRIMMED - 1], others.kept?.rows[TRIMMED]];
  const extra = (rowOf(start, TRIMMED).cost ?? 0) - (kept?.cost ?? 0);
  const saved = (keptNext?.cost ?? 0) - (rowOf(start, TRIMMED + 1).cost ?? 0);
  return Math.ceil(extra / saved);
}

export const trimOrKeep: Lesson = {
  id: "trim-or-keep",
  scene: scene(NOW),
  others: { kept: scene(null), later: scene(LATER) },
  steps: [
    { id: "see", kind: "see", request: 5, spot: { on: "request", request: 5 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: TRIMMED,
      request: TRIMMED,
      question: {
        kind: "choice",
        choices: ["now", "keep", "later"],
        answer(facts) {
          const costs = costsOf(facts);
          const order: readonly Choice[] = ["now", "keep", "later"];
          return order.reduce((best, each) => (costs[each] < costs[best] ? each : best));
        },
      },
    },
    { id: "reveal", kind: "reveal", request: TRIMMED, spot: { on: "outcome", request: TRIMMED } },
    { id: "sum", kind: "reveal", request: COLD, spot: { on: "outcome", request: COLD } },
    {
      id: "mend",
      kind: "mend",
      sheet: "edit",
      request: COLD,
      goal: ({ now, others }) =>
        now.timeline.turns.length >= COLD &&
        (now.timeline.totals.cost ?? Number.POSITIVE_INFINITY) < (others.kept?.totals.cost ?? 0) * 0.99 &&
        rowOf(now, now.timeline.turns.length).prompt < (others.kept?.rows.at(-1)?.prompt ?? 0) &&
        rowOf(now, TRIMMED).read > rowOf(now, TRIMMED).prompt * 0.9,
      acts: [
        { id: "keep", act: dropEvents(NOW) },
        { id: "later", act: changeTurn(LATER, (turn) => ({ ...turn, events: [TRIM] })) },
      ],
    },
    { id: "after", kind: "reveal", request: COLD, spot: { on: "bill" } },
  ],
  figures(facts) {
    const { start, now, others } = facts;
    const costs = costsOf(facts);
    return {
      shorter: (others.kept?.rows[TRIMMED - 1]?.prompt ?? 0) - rowOf(start, TRIMMED).prompt,
      written: rowOf(start, TRIMMED).written,
      keptWritten: others.kept?.rows[TRIMMED - 1]?.written ?? 0,
      requests: requestsToPay(facts),
      coldKept: others.kept?.rows[COLD - 1]?.written ?? 0,
      coldLater: others.later?.rows[COLD - 1]?.written ?? 0,
      rewritten: now.timeline.turns[COLD - 1]?.ledger.written ?? 0,
      trimmed: TRIMMED,
      cold: COLD,
      nowCost: perThousand(costs.now),
      keepCost: perThousand(costs.keep),
      laterCost: perThousand(costs.later),
      change: formatChange(costs.later / costs.now - 1),
    };
  },
  bites: { url: "https://github.com/anomalyco/opencode/issues/32515", asOf: "2026-11-21" },
  rule: "history-rewritten",
  text: {
    en: {
      title: "Trim, or keep?",
      about: "A shorter history saves tokens and loses the cache: when it pays, and when it costs nothing.",
      steps: {
        see: {
          heading: "A chat, a night, and the chat again",
          body: "Two logs were looked up. Once the second has been read, nobody needs the first any more: {shorter, number} tokens that every further request carries along. Two more questions follow, then a night’s pause, then two more.",
          notes:
            "The logs are filler. Rows 1 to 5 read all that came before. The pause is ten hours long; no entry lives for that long.",
        },
        predict: {
          heading: "What to do with the old log?",
          body: "To leave it out makes every later request shorter. It also changes the history: what stands behind it, the long second log, must be written again.",
          question: "Which of the three makes the whole conversation cheapest?",
          choices: {
            now: "Leave it out at once, before request {trimmed}",
            keep: "Keep it to the end",
            later: "Leave it out after the night, before request {cold}",
          },
          notes:
            "Have them argue for each. Who says “at once” counts tokens; who says “keep” has done the lesson on edited histories.",
        },
        reveal: {
          heading: "At once is the dearest",
          body: "Request {trimmed} is {shorter, number} tokens shorter and writes {written, number} instead of {keptWritten, number}. Each later read of the log would have cost a tenth of its price. It takes {requests, plural, one {# more request} other {# more requests}} within the entry’s life before this trim has paid.",
          notes:
            "The sum: what the trim writes again, at 125 % and not at 10 %, against a tenth of the log for every request that reads. Much behind the gap, or little time left: keep it.",
        },
        sum: {
          heading: "After the night the cache is gone anyway",
          body: "Nothing is alive at request {cold}: the whole history is written anew, whatever one does. With the log that is {coldKept, number} tokens, without it {coldLater, number}. A cache that has expired cannot be lost: here the trim is free.",
          notes:
            "This is the idea to take home. Compact when the cache is cold: after a pause, when the model changes, when a new day begins. And much at once rather than a little each time.",
        },
        mend: {
          heading: "Fix it: trim at the right moment",
          body: "In “Edit turns”, take the change away before request {trimmed}, and put it before request {cold}, after the pause.",
          acts: {
            keep: "While the chat goes on, the log stays.",
            later: "After the night it is left out.",
          },
          done: "Done: request {cold} writes {rewritten, number} tokens, and no cache was lost for it.",
          notes:
            "The page goes on remarking that the history is rewritten. So it is; here for nothing, since nothing was left to read.",
        },
        after: {
          heading: "{nowCost} at once, {keepCost} kept, {laterCost} after the night",
          body: "A thousand such chats; the moment alone makes {change}. Trim when the cache is cold, or when so many requests follow that the tenths saved outweigh what is written again. Only a history close to the model’s <b>context limit</b> must be trimmed whatever it costs.",
          notes:
            "A model may also answer better with less in front of it; no bill shows what that is worth. The page says so when a request gets longer than the model takes: the service refuses it.",
        },
      },
      bites:
        "In a report on a coding agent, a request after pruning got shorter and cost $1.83 instead of $0.25.",
      link: "opencode, issue 32515",
    },
    zh: {
      title: "精简，还是保留？",
      about: "历史短了，省下 Token，却丢了缓存：什么时候划算，什么时候不花钱。",
      steps: {
        see: {
          heading: "一段对话，过了一夜，再接着聊",
          body: "查过两份日志。读完第二份，第一份就没有人再需要了：{shorter, number} 个 Token，之后的每个请求都要带着。接下来还有两个问题，隔一夜，再有两个问题。",
          notes:
            "日志是填充文本。第 1 到第 5 行都命中了之前的全部内容。停顿有十个小时，没有哪个条目的有效期有这么长。",
        },
        predict: {
          heading: "旧日志怎么处理？",
          body: "去掉它，之后的每个请求都短一些。但历史也就变了：它后面那份很长的日志必须重新写入。",
          question: "三种做法中，哪一种让整段对话最便宜？",
          choices: {
            now: "马上去掉，在请求 {trimmed} 之前",
            keep: "一直保留到最后",
            later: "过了一夜再去掉，在请求 {cold} 之前",
          },
          notes: "请三种意见各自说明理由。选“马上”的人在数 Token，选“保留”的人学过“改动过的历史”那一课。",
        },
        reveal: {
          heading: "马上去掉反而最贵",
          body: "请求 {trimmed} 短了 {shorter, number} 个 Token，却写入 {written, number} 个，而不是 {keptWritten, number} 个。旧日志留着，之后每次命中只付十分之一的价钱。要在有效期内再发 {requests} 个请求，这次精简才能回本。",
          notes:
            "算法：重新写入的部分按 125% 而不是 10% 付费，对比之后每次命中省下的十分之一。缺口后面内容多，或者剩下的请求少，就保留。",
        },
        sum: {
          heading: "过了一夜，缓存反正已经失效",
          body: "到请求 {cold} 时，没有一个条目还有效，怎么做都要重新写入整段历史。带着旧日志是 {coldKept, number} 个 Token，不带是 {coldLater, number} 个。缓存既然已经过期，就没有什么可丢的：这时精简不花钱。",
          notes:
            "这是最值得带走的一点：趁缓存冷的时候压缩，例如停顿之后、换模型时、新的一天开始时。宁可一次多减，不要每次减一点。",
        },
        mend: {
          heading: "动手修复：选对精简的时机",
          body: "在“编辑轮次”里去掉请求 {trimmed} 之前的变化，把它放到停顿之后的请求 {cold} 之前。",
          acts: {
            keep: "对话还在进行，日志留着。",
            later: "过了一夜再去掉日志。",
          },
          done: "完成：请求 {cold} 写入 {rewritten, number} 个 Token，没有为此丢掉任何缓存。",
          notes: "页面仍会提示历史被改写。确实改写了，只是这次没有代价：本来就没有可以命中的内容。",
        },
        after: {
          heading: "马上去掉 {nowCost}，保留 {keepCost}，过夜再去掉 {laterCost}",
          body: "一千次这样的对话，只换时机，费用就变化 {change}。缓存冷了再精简；或者后面的请求足够多，每次省下的十分之一加起来超过重新写入的费用。只有历史快到模型的<b>上下文上限</b>时，才不管多贵都得精简。",
          notes:
            "内容少一些，模型也可能答得更好，这个价值账单上看不到。请求超过模型的上下文长度时，页面会提示，服务会拒绝这个请求。",
        },
      },
      bites: "一份关于编程智能体的报告：裁剪之后请求变短了，费用却从 0.25 美元变成 1.83 美元。",
      link: "opencode 的 issue 32515",
    },
  },
};
