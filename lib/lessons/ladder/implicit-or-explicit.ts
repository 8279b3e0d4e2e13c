/** The lesson of two caches: the implicit one charges no write and promises nothing, the explicit one costs first and is certain. */
import { markAt } from "../acts";
import { costOf, percentOf, perThousand, requestsReading, rowOf } from "../facts";
import type { Facts, Lesson, Scene } from "../lesson";
import { playWith, readManual, writeBody } from "../scene-text";

const QUESTIONS = [
  "May a guest use the app?",
  "Which lamps can be dimmed?",
  "How long do the batteries last?",
  "What does a red light mean?",
  "Can two controllers share a house?",
];

const scene = (marked: boolean): Scene => ({
  text: writeBody([
    { role: "system", content: marked ? [{ text: readManual(0, 200), marked }] : readManual(0, 200) },
    { role: "user", content: "Who may use the app?" },
  ]),
  settings: playWith({
    name: "Six questions to one manual",
    duration: 4,
    reply: "Everybody whom you invite.",
    turns: QUESTIONS.map((user) => ({
      mode: "replace",
      gap: 40,
      user,
      reply: "The manual says so in chapter 4.",
    })),
  }),
});

/** What the first requests cost in sum. */
const sumTo = (costs: readonly (number | null)[], count: number): number =>
  costs.slice(0, count).reduce<number>((sum, cost) => sum + (cost ?? Number.NaN), 0);

interface Sums {
  /** With an implicit cache that reads all it could. */
  readonly implicit: (requests: number) => number;
  readonly explicit: (requests: number) => number;
}

function listSums({ start, others }: Facts): Sums {
  const explicit = (others.explicit?.rows ?? []).map(({ cost }) => cost);
  return {
    implicit: (count) => sumTo(start.timeline.implicitAtBest, count),
    explicit: (count) => sumTo(explicit, count),
  };
}

/** The first request, from 1, with which the explicit cache has cost less in sum. */
function findCrossing(facts: Facts): number {
  const { implicit, explicit } = listSums(facts);
  const numbers = facts.start.timeline.turns.map((_, index) => index + 1);
  return numbers.find((count) => explicit(count) < implicit(count)) ?? 0;
}

export const implicitOrExplicit: Lesson = {
  id: "implicit-or-explicit",
  scene: scene(false),
  others: { explicit: scene(true) },
  steps: [
    { id: "see", kind: "see", spot: { on: "request", request: 1 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 1,
      question: {
        kind: "number",
        from: 1,
        to: QUESTIONS.length + 1,
        step: 1,
        unit: "requests",
        near: 0,
        answer: findCrossing,
      },
    },
    { id: "reveal", kind: "reveal", spot: { on: "bill" } },
    { id: "kinds", kind: "reveal", request: 2, tab: "why", spot: { on: "outcome", request: 2 } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "bill" },
      goal({ start, now }) {
        const count = start.timeline.turns.length;
        return (
          now.timeline.turns.length >= count &&
          requestsReading(now, rowOf(start, 2).prompt * 0.9).length >= count - 1 &&
          costOf(now) < (start.timeline.costAtBest ?? 0)
        );
      },
      acts: [{ id: "mark", act: markAt("/messages/0") }],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures(facts) {
    const { start, now, others } = facts;
    const { implicit, explicit } = listSums(facts);
    const crossing = findCrossing(facts);
    const all = start.timeline.turns.length;
    return {
      prompt: rowOf(start, 1).prompt,
      crossing,
      uses: crossing - 1,
      beforeCrossing: crossing - 1,
      implicitBefore: perThousand(implicit(crossing - 1)),
      explicitBefore: perThousand(explicit(crossing - 1)),
      implicitAt: perThousand(implicit(crossing)),
      explicitAt: perThousand(explicit(crossing)),
      best: perThousand(implicit(all)),
      worst: perThousand(costOf(start)),
      sure: perThousand(others.explicit?.totals.cost ?? null),
      reading: requestsReading(now, 1).length,
      less: percentOf(1 - (others.explicit?.totals.cost ?? Number.NaN) / costOf(start)),
    };
  },
  bites: { url: "https://github.com/BerriAI/litellm/issues/40090", asOf: "2026-11-21" },
  rule: "explicit-not-offered",
  text: {
    en: {
      title: "Implicit or explicit?",
      about:
        "One cache writes at no extra charge and may read, the other costs first and is certain: where the two cross.",
      steps: {
        see: {
          heading: "One manual, six questions, no marker",
          body: "Without a marker the <b>implicit</b> cache is at work: writing costs nothing extra, and what it finds is read at 20 %. A marker chooses the <b>explicit</b> cache: writing costs 125 %, reading 10 %.",
          notes:
            "The shares are those of most Qwen models; the newest have others, and the price table has them all. Each request has about {prompt, number} tokens.",
        },
        predict: {
          heading: "Suppose luck",
          body: "Let the implicit cache find all it can, every time. It starts cheaper, because it writes at no extra charge. The explicit one reads cheaper.",
          question: "From which request on is the explicit cache cheaper in sum?",
          notes:
            "Try it on the board: 1.00 and 0.20 each against 1.25 and 0.10 each. Who counts reads says one less.",
        },
        reveal: {
          heading: "From request {crossing, number} on",
          body: "A thousand times {beforeCrossing, number} requests: {implicitBefore} with luck, {explicitBefore} with a marker. With one more it is {implicitAt} against {explicitAt}. A write costs 25 % of the input price more, a read 10 % less: the <b>{uses, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} reuse</b> turns it.",
          notes:
            "2.5 reads would be even; the third is past it. From here on every further request widens the gap.",
        },
        kinds: {
          heading: "At best is not a promise",
          body: "The implicit cache promises no read, not even for the same request; the bill shows it <b>at best</b>. A live explicit entry is read for certain. A third kind, for sessions, belongs to the Responses API. Not every model has each kind in every region.",
          notes:
            "A request uses one kind only. So six questions without a marker cost something between {best} and {worst}. Where a model has no explicit cache in a region a marker makes no entry: the page says so.",
        },
        mend: {
          heading: "Fix it: make it certain",
          body: "Mark the manual. The goal is a sum below what the implicit cache costs at its very best.",
          acts: { mark: "The system message gets a marker: the explicit cache is chosen." },
          done: "Done: {reading, plural, one {# request reads} other {# requests read}} the manual for certain.",
          notes:
            "For a prompt that is used once or twice it is right not to mark. That is the other half of the lesson.",
        },
        after: {
          heading: "{sure}, for certain",
          body: "A thousand rounds without a marker cost {best} with all luck and {worst} with none. Marked it is {sure}: {less, number} % less than without luck. Once or twice: leave it. Three reuses within five minutes each: mark it.",
          notes: "The implicit cache’s life is not fixed, so with long breaks it may even be the better one.",
        },
      },
      bites: "A gateway’s price list gave implicit and explicit reads of Qwen models the same price.",
      link: "LiteLLM, issue 40090",
    },
    zh: {
      title: "隐式还是显式？",
      about: "一种缓存写入不另收费，也许能命中；另一种先付费，但一定命中：两者在哪里打平。",
      steps: {
        see: {
          heading: "一份手册，六个问题，没有标记",
          body: "没有标记时，起作用的是<b>隐式缓存</b>：写入不另收费，命中按 20% 计费。加上标记就选用<b>显式缓存</b>：创建缓存按 125%，命中按 10%。",
          notes:
            "这是大多数 Qwen 模型的比例；最新的几个不同，价格表里都有。每个请求大约 {prompt, number} 个 Token。",
        },
        predict: {
          heading: "假设运气很好",
          body: "假设隐式缓存每次都把能命中的全部命中。它起步便宜，因为写入不另收费；显式缓存则命中更便宜。",
          question: "从第几个请求起，显式缓存的累计费用更低？",
          notes: "可以在黑板上算：1.00 加每次 0.20，对 1.25 加每次 0.10。只数命中次数的人会少说一个。",
        },
        reveal: {
          heading: "从请求 {crossing, number} 起",
          body: "各一千次：前 {beforeCrossing, number} 个请求，运气好是 {implicitBefore}，加标记是 {explicitBefore}；再加一个，是 {implicitAt} 对 {explicitAt}。写入多付输入单价的 25%，每次命中少付 10%：<b>第 {uses, number} 次复用</b>时反超。",
          notes: "2.5 次命中正好打平，第三次就超过了。从这里起，每多一个请求，差距就更大。",
        },
        kinds: {
          heading: "最好情况不等于承诺",
          body: "隐式缓存不保证命中，哪怕是同一个请求；账单里列的是<b>最好情况</b>。有效的显式缓存一定命中。还有一种会话缓存，属于 Responses API。不是每个模型在每个地域都支持这几种缓存。",
          notes:
            "一个请求只使用其中一种。所以不加标记的六个问题，费用在 {best} 与 {worst} 之间。如果模型在某个地域没有显式缓存，标记不会产生条目，页面会说明。",
        },
        mend: {
          heading: "动手修复：变成确定的",
          body: "给手册加上标记。目标是总费用低于隐式缓存的最好情况。",
          acts: { mark: "system 消息加上标记，选用显式缓存。" },
          done: "完成：有 {reading, number} 个请求确定命中了手册。",
          notes: "只用一两次的提示词，不加标记才对。这是本课的另一半。",
        },
        after: {
          heading: "{sure}，而且确定",
          body: "一千轮不加标记，运气全好是 {best}，全不好是 {worst}。加标记是 {sure}，比运气全不好时低 {less, number}%。只用一两次，不必标记；每次间隔不到五分钟、至少复用三次，就加标记。",
          notes: "隐式缓存的有效期不固定，所以停顿很长时，它反而可能更好。",
        },
      },
      bites: "一个网关的价格表给 Qwen 模型的隐式命中和显式命中标了同样的价格。",
      link: "LiteLLM 的 issue 40090",
    },
  },
};
