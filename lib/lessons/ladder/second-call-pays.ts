/** The lesson of the second call: one read more than pays for the write. */
import { ratesOf } from "../../bill/bill";
import { readsToBreakEven } from "../../bill/break-even";
import { addTurn } from "../acts";
import { costOf, percentOf, perThousand, rowOf } from "../facts";
import type { Lesson, Scored } from "../lesson";
import { playWith, readManual, writeBody } from "../scene-text";

const replace = (gap: number, user: string, reply: string) => ({
  mode: "replace" as const,
  gap,
  user,
  reply,
});

const text = writeBody([
  { role: "system", content: [{ text: readManual(0, 204), marked: true }] },
  { role: "user", content: "How do I pair the door sensor?" },
]);

const settings = playWith({
  name: "Two customers, two questions",
  duration: 4,
  reply: "Hold its button for three seconds until it blinks.",
  turns: [replace(40, "Can my parents use the app, too?", "Yes: invite them under Settings, Home, Members.")],
});

/** Of what the same requests cost without a cache. */
const shareOf = (played: Scored): number => costOf(played) / (played.timeline.totals.costWithoutCache ?? 1);

export const secondCallPays: Lesson = {
  id: "second-call-pays",
  scene: { text, settings },
  steps: [
    { id: "see", kind: "see", request: 1, spot: { on: "request", request: 1 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 2,
      question: {
        kind: "number",
        from: 20,
        to: 160,
        step: 1,
        unit: "percent",
        near: 6,
        answer: ({ start }) => percentOf(shareOf(start)),
      },
    },
    { id: "reveal", kind: "reveal", request: 2, tab: "why", spot: { on: "bill" } },
    {
      id: "mend",
      kind: "mend",
      sheet: "edit",
      goal: ({ now }) => now.timeline.turns.length > 1 && shareOf(now) < 0.5,
      acts: [
        {
          id: "more",
          act: addTurn(replace(50, "Does it work without the internet?", "Yes, once it has been set up.")),
        },
      ],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures({ start, now }) {
    const rates = { ...ratesOf(rowOf(start, 1).lines), read: ratesOf(rowOf(start, 2).lines).read };
    const { uncached, written, read } = rates;
    return {
      tokens: rowOf(start, 1).written,
      gap: start.timeline.turns[1]?.at ?? 0,
      write: percentOf((written ?? 0) / (uncached ?? 1)),
      reading: percentOf((read ?? 0) / (uncached ?? 1)),
      extra: percentOf((written ?? 0) / (uncached ?? 1) - 1),
      saved: percentOf(1 - (read ?? 0) / (uncached ?? 1)),
      both: (((written ?? 0) + (read ?? 0)) / (uncached ?? 1)).toFixed(2),
      first: ((written ?? 0) / (uncached ?? 1)).toFixed(2),
      second: ((read ?? 0) / (uncached ?? 1)).toFixed(2),
      evens: (readsToBreakEven(rates) ?? 0).toFixed(2),
      share: percentOf(shareOf(start)),
      calls: now.timeline.turns.length,
      later: percentOf(shareOf(now)),
      before: perThousand(now.timeline.totals.costWithoutCache),
      after: perThousand(costOf(now)),
    };
  },
  bites: { url: "https://www.sessionwatcher.com/tool/cache-calculator", asOf: "2026-11-21" },
  rule: null,
  text: {
    en: {
      title: "The second call pays it back",
      about:
        "A write costs a quarter more than plain input, a read a tenth: with the second request the cache is ahead.",
      steps: {
        see: {
          heading: "Two customers, one manual",
          body: "Two customers ask, {gap, number} seconds apart. Both requests begin with the same manual of {tokens, number} tokens, which is marked. The first request writes it at {write} % of the plain price.",
          notes:
            "This is the commonest use of all: many people, one long text in front, a short question behind it.",
        },
        predict: {
          heading: "The bill of both together",
          body: "Without a cache both pay the plain price for everything: call that bill 100 %. With the marker the first pays {write} % for the manual. The second reads it, at {reading} %.",
          question: "How large is the bill of both requests with the cache?",
          notes:
            "Let them put it down before they calculate. Who says 55 forgets that the write costs more; who says more than 100 forgets the read.",
        },
        reveal: {
          heading: "{share} %: one read has paid for the write",
          body: "Without a cache the manual is paid twice: 2.00. Now it is {first} and {second}, together {both}. A write costs {extra} points more than plain input, a read saves {saved}: {evens} reads would do. That is the <b>break-even</b>.",
          notes:
            "The algebra, for the board: (write − input) ÷ (input − read). The questions and answers pay what they always pay, so the bill is not exactly {both} ÷ 2.",
        },
        mend: {
          heading: "Try it: push it below half",
          body: "Every further request reads again. In “Edit turns” add requests until the whole bill is below half of the bill without a cache.",
          acts: { more: "A third customer asks." },
          done: "{calls, number} requests, {later} % of the bill without a cache.",
          notes: "Let the class say how many it takes before somebody adds them.",
        },
        after: {
          heading: "{before} without a cache, {after} with it",
          body: "That is a thousand times these {calls, number} requests. With more of them the bill falls further, towards {reading} %, but never gets there: the write, the questions and the answers stay.",
          notes: "They have to come within five minutes of each other. Otherwise each writes anew.",
        },
      },
      bites: "A public calculator says that 1.39 reads are needed to pay for one write.",
      link: "sessionwatcher’s cache calculator",
    },
    zh: {
      title: "第二次调用就回本",
      about: "创建缓存比普通输入贵四分之一，命中只要十分之一：到第二个请求，用缓存已经更便宜。",
      steps: {
        see: {
          heading: "两位顾客，一份手册",
          body: "两位顾客先后提问，相隔 {gap, number} 秒。两个请求开头是同一份手册，{tokens, number} 个 Token，带有标记。第一个请求创建缓存，单价为普通输入的 {write}%。",
          notes: "这是最常见的用法：许多人提问，前面是同一段长文本，后面是简短的问题。",
        },
        predict: {
          heading: "两个请求合计的账单",
          body: "不用缓存时，全部内容按普通单价计费，这份账单算作 100%。加了标记，第一个请求的手册按 {write}% 计费，第二个请求命中，按 {reading}% 计费。",
          question: "用缓存之后，两个请求的账单是多少？",
          notes: "先写下答案，再计算。猜 55% 的人忘了写入更贵，猜高于 100% 的人忘了命中能省钱。",
        },
        reveal: {
          heading: "{share}%：命中一次就回本",
          body: "不用缓存时手册要付两份，合 2.00；现在是 {first} 加 {second}，合 {both}。写入比普通输入多花 {extra} 个百分点，一次命中省 {saved} 个，所以 {evens} 次命中就够了，这就是<b>回本点</b>。",
          notes:
            "写在黑板上的算式：（写入价 − 输入价）÷（输入价 − 命中价）。问题和回答照常付费，所以账单不正好是 {both} ÷ 2。",
        },
        mend: {
          heading: "动手试试：压到一半以下",
          body: "之后的每个请求都会再次命中。在“编辑轮次”里增加请求，直到总账单低于不用缓存时的一半。",
          acts: { more: "第三位顾客提问。" },
          done: "{calls, number} 个请求，费用为不用缓存时的 {later}%。",
          notes: "动手之前，先让大家说说要几个请求。",
        },
        after: {
          heading: "不用缓存 {before}，用缓存 {after}",
          body: "这是这 {calls, number} 个请求各发一千遍的费用。请求越多，占比越低，逐渐接近 {reading}%，但到不了：写入、问题和回答的费用始终都在。",
          notes: "前提是相邻请求的间隔不超过五分钟，否则每次都要重新创建缓存。",
        },
      },
      bites: "一个公开的计算器声称，要命中 1.39 次才抵得过一次写入。",
      link: "sessionwatcher 的缓存计算器",
    },
  },
};
