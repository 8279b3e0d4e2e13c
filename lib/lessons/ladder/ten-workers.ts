/** The lesson of ten requests at once: an entry is there when its answer has ended, so each of them writes its own. */
import { waitFor } from "../acts";
import { costOf, perThousand, requestsReading, rowOf } from "../facts";
import type { Facts, Lesson } from "../lesson";
import { playWith, readManual, writeBody } from "../scene-text";

const WORKERS = 10;
const DURATION = 4;

const scene = {
  text: writeBody([
    { role: "system", content: [{ text: readManual(0, 160), marked: true }] },
    { role: "user", content: "Which chapter answers this review? It fell off the wall after a week." },
  ]),
  settings: playWith({
    name: "Ten reviews at once",
    duration: DURATION,
    reply: "Mounting.",
    turns: [
      {
        mode: "replace",
        gap: 0,
        user: "Which chapter answers this review? Number {n}: the app does not find it.",
        reply: "Pairing.",
        copies: WORKERS - 1,
      },
    ],
  }),
};

const countWriting = ({ now }: Pick<Facts, "now">): number =>
  now.timeline.turns.filter(({ ledger }) => ledger.written > 0).length;

export const tenWorkers: Lesson = {
  id: "ten-workers",
  scene,
  steps: [
    { id: "see", kind: "see", spot: { on: "request", request: 2 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 1,
      question: {
        kind: "number",
        from: 0,
        to: WORKERS,
        step: 1,
        unit: "requests",
        near: 0,
        answer: ({ start }) => countWriting({ now: start }),
      },
    },
    { id: "reveal", kind: "reveal", request: 2, tab: "why", spot: { on: "outcome", request: 2 } },
    {
      id: "mend",
      kind: "mend",
      request: 2,
      spot: { on: "wait", request: 2 },
      goal: ({ start, now }) =>
        now.timeline.turns.length >= WORKERS &&
        requestsReading(now, rowOf(start, 1).written * 0.9).length === now.timeline.turns.length - 1,
      acts: [{ id: "wait", act: waitFor(0, DURATION + 1) }],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures: ({ start, now }) => ({
    workers: WORKERS,
    others: WORKERS - 1,
    manual: rowOf(start, 1).written,
    writing: countWriting({ now: start }),
    duration: DURATION,
    later: DURATION + 1,
    reading: requestsReading(now, 1).length,
    before: perThousand(costOf(start)),
    after: perThousand(costOf(now)),
  }),
  bites: { url: "https://github.com/matt-house-e/accrue/issues/116", asOf: "2026-11-21" },
  rule: null,
  text: {
    en: {
      title: "Ten workers at once",
      about: "Requests that start together cannot read from each other: send one first, then the others.",
      steps: {
        see: {
          heading: "{workers, number} requests in the same second",
          body: "A program sorts reviews. It starts {workers, number} workers at once, each with the same marked manual of {manual, number} tokens and a review of its own.",
          notes:
            "This is what most batch programs do: a pool of workers and a queue. All rows of the map begin at zero.",
        },
        predict: {
          heading: "One manual, {workers, number} readers",
          body: "The manual is the same in all of them, word for word, and it is marked. No request comes before the others; each is answered after {duration, number} seconds.",
          question: "How many of the {workers, number} requests write the manual?",
          notes: "Most say one. Ask them which one, and how the others would know.",
        },
        reveal: {
          heading: "{writing, number} of {workers, number} write",
          body: "An entry exists only once the request that writes it has been <b>answered</b>. When the others looked, nothing was there yet, so each wrote the manual for itself, at 125 % of the input price.",
          notes:
            "The documentation says: a parallel request may miss; let the first one finish. The playground assumes that it does. What happens when several write the same at once is not documented.",
        },
        mend: {
          heading: "Fix it: one first, then the rest",
          body: "Let the {others, number} wait until the first has been answered. Drag request 2 behind the end of request 1; its copies come along.",
          acts: {
            wait: "The {others, number} others start {later, number} seconds later, when the first has been answered.",
          },
          done: "Done: {reading, plural, one {# request reads} other {# requests read}} the manual.",
          notes:
            "In a program: await the first call, then start the pool. It need not be a real one: a request with the manual and a single token of answer warms the cache too.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "That is a thousand such rounds. The price is one answer’s time, {duration, number} seconds, once. After that the pool may be as wide as it likes, as long as no five minutes pass without a request.",
          notes:
            "The wider the pool, the larger the share: with a hundred workers ninety-nine would have written in vain.",
        },
      },
      bites: "A library that enriches tables in parallel met exactly this cold start.",
      link: "Accrue, issue 116",
    },
    zh: {
      title: "十个任务一起跑",
      about: "同时开始的请求读不到彼此的缓存：先发一个，再发其余的。",
      steps: {
        see: {
          heading: "同一秒里的 {workers, number} 个请求",
          body: "一个程序给评论分类，同时启动 {workers, number} 个任务。每个任务都带着同一份有标记的手册，共 {manual, number} 个 Token，再加各自的一条评论。",
          notes: "大多数批处理程序都这么做：一个队列，一组任务。缓存图上每一行都从零开始。",
        },
        predict: {
          heading: "一份手册，{workers, number} 个读者",
          body: "手册在每个请求里一字不差，而且带有标记。没有哪个请求先走一步，每个都在 {duration, number} 秒之后得到回答。",
          question: "{workers, number} 个请求里，有几个写入手册？",
          notes: "多数人会说一个。问问他们是哪一个，其他请求又怎么会知道。",
        },
        reveal: {
          heading: "{workers, number} 个里有 {writing, number} 个写入",
          body: "创建缓存的请求要等<b>回答结束</b>，它的条目才能命中。其他请求查找时，那里还什么都没有，于是各自把手册写了一遍，按输入单价的 125% 计费。",
          notes:
            "文档的说法是：并行的请求可能未命中，应让第一个先完成。本工具假设一定未命中。多个请求同时写入同样内容时会怎样，文档没有说明。",
        },
        mend: {
          heading: "动手修复：先一个，再其余",
          body: "让其余 {others, number} 个等第一个得到回答。把请求 2 拖到请求 1 结束之后，它的副本会一起移动。",
          acts: { wait: "其余 {others, number} 个推迟 {later, number} 秒，这时第一个已经得到回答。" },
          done: "完成：有 {reading, number} 个请求命中了手册。",
          notes:
            "在程序里：先等待第一次调用返回，再启动其余任务。第一个不必是真正的任务：带上手册、只要一个 Token 回答的请求，同样能预热缓存。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "这是一千轮这样的任务的费用。代价只是等一次回答，{duration, number} 秒。之后并行多少都可以，只要请求的间隔不到五分钟。",
          notes: "并行越多，省下的比例越大：如果有一百个任务，就有九十九个白写。",
        },
      },
      bites: "一个并行处理表格的库，遇到的正是这种冷启动。",
      link: "Accrue 的 issue 116",
    },
  },
};
