/** The lesson of the first write: it costs more than plain input, so a prompt that is sent once loses by it. */
import { ratesOf } from "../../bill/bill";
import { unmark } from "../acts";
import { costOf, percentOf, perThousand, rowOf } from "../facts";
import type { Facts, Lesson } from "../lesson";
import { playWith, readManual, writeBody } from "../scene-text";

const text = writeBody([
  {
    role: "user",
    content: [
      {
        text: `Summarise this manual in five sentences for a customer.\n\n${readManual(2, 166)}`,
        marked: true,
      },
    ],
  },
]);

const settings = playWith({
  name: "One manual, summarised once",
  duration: 6,
  reply:
    "Hearth One joins the devices of several makers into one home and runs its rules without the internet. It is set up with the app in a few minutes. Rooms, scenes and members are managed there, too.",
  turns: [],
});

/** By how much a written token is dearer than a plain one, as a share. */
function surcharge({ start }: Facts): number {
  const { written, uncached } = ratesOf(rowOf(start, 1).lines);
  return (written ?? 0) / (uncached ?? 1) - 1;
}

export const firstWriteCosts: Lesson = {
  id: "first-write-costs",
  scene: { text, settings },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "marker" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 1,
      question: {
        kind: "choice",
        choices: ["cheaper", "same", "dearer"],
        answer({ start }) {
          const { cost, costWithoutCache } = rowOf(start, 1);
          const change = (cost ?? 0) - (costWithoutCache ?? 0);
          return change < 0 ? "cheaper" : change > 0 ? "dearer" : "same";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 1, tab: "why", spot: { on: "why" } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "marker" },
      goal: ({ start, now }) =>
        now.timeline.totals.costWithoutCache !== null &&
        rowOf(now, 1).prompt >= rowOf(start, 1).prompt * 0.9 &&
        costOf(now) <= now.timeline.totals.costWithoutCache,
      acts: [{ id: "unmark", act: unmark(0) }],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures(facts) {
    const { start } = facts;
    const { costWithoutCache } = start.timeline.totals;
    return {
      prompt: rowOf(start, 1).prompt,
      written: rowOf(start, 1).written,
      dearer: percentOf(surcharge(facts)),
      whole: percentOf(costOf(start) / (costWithoutCache ?? 1) - 1),
      before: perThousand(costOf(start)),
      after: perThousand(costWithoutCache),
    };
  },
  bites: { url: "https://github.com/anthropics/claude-code/issues/63930", asOf: "2026-11-21" },
  rule: null,
  text: {
    en: {
      title: "The first write costs more",
      about:
        "To store a prefix costs a quarter more than plain input. A prompt that is sent only once loses by it.",
      steps: {
        see: {
          heading: "A prompt that is sent once",
          body: "A manual is to be summarised. The program sends it, keeps the summary, and never sends the manual again. Somebody has put a marker on it, <c>cache_control</c>, because caching saves money.",
          notes:
            "Ask for more prompts of this kind: a nightly report, a translation, a check of one contract. A marker asks for an entry that ends where it stands; it changes nothing that the model reads.",
        },
        predict: {
          heading: "Does the marker pay here?",
          body: "One request of {prompt, number} tokens, with a marker at its end. The alternative: the same request without a marker.",
          question: "What does this request cost, compared with the same one without a marker?",
          choices: {
            cheaper: "Less",
            same: "The same: nothing can be read yet",
            dearer: "More",
          },
          notes: "Let each say why. “The same” is the best wrong answer: it is right that nothing is read.",
        },
        reveal: {
          heading: "It costs {whole} % more",
          body: "The marker asks for an entry, so the request <b>writes</b> {written, number} tokens. Written tokens cost {dearer} % more than plain input. A cache earns by being read, and nobody reads this one. The answer, the <b>completion</b>, costs the same either way.",
          notes:
            "The answer costs what it always costs; that is why the whole bill grows a little less than its input. Whoever counts only the reads finds that every marker pays.",
        },
        mend: {
          heading: "Fix it: take the marker out",
          body: "What is sent once need not be kept. Remove the marker: select its diamond on the map and press Delete, or delete cache_control in the editor. The model reads the very same words.",
          acts: { unmark: "The marker leaves the document." },
          done: "Done: it costs no more than without a cache.",
          notes:
            "The page remarks now that no read is certain without a marker. That is so, and here none is wanted.",
        },
        after: {
          heading: "{before} with the marker, {after} without",
          body: "That is for a thousand such summaries. Mark what another request will read soon, within five minutes, and nothing else. What the second request gains is the next lesson.",
          notes: "The five minutes start again with every read. They have a lesson of their own.",
        },
      },
      bites: "A report on a coding agent counts 74 % of its cache writes as wasted.",
      link: "Claude Code, issue 63930",
    },
    zh: {
      title: "首次写入更贵",
      about: "创建缓存比普通输入贵四分之一。只发送一次的提示词，用缓存反而吃亏。",
      steps: {
        see: {
          heading: "只发送一次的提示词",
          body: "程序要为一份手册写摘要：发送一次，留下摘要，之后不再发送手册。有人给它加了缓存标记 <c>cache_control</c>，因为听说缓存能省钱。",
          notes:
            "请学员再举几个例子：每晚的报表、一次翻译、一份合同的审核。标记的意思是：请把到这里为止的内容存成一个缓存条目。它不会改变模型读到的任何内容。",
        },
        predict: {
          heading: "这里加标记划算吗？",
          body: "一个请求，{prompt, number} 个 Token，末尾有一个标记。另一种做法是同样的请求，不加标记。",
          question: "与不加标记相比，这个请求的费用如何？",
          choices: {
            cheaper: "更少",
            same: "一样：还没有可以命中的内容",
            dearer: "更多",
          },
          notes: "请每个人说出理由。“一样”是最有道理的错误答案：确实没有内容可以命中。",
        },
        reveal: {
          heading: "贵了 {whole}%",
          body: "标记要求保存，于是这个请求创建缓存，<b>写入</b> {written, number} 个 Token，单价比普通输入高 {dearer}%。缓存只有被命中才省钱，而这一份没有人来读。<b>输出</b>的价格不受影响。",
          notes:
            "回答的价格不受影响，所以总费用的涨幅略低于输入的涨幅。如果只算命中、不算写入，每个标记看起来都划算。",
        },
        mend: {
          heading: "动手修复：去掉标记",
          body: "只发送一次的内容不必保存。在缓存图上或编辑器里删除标记，模型读到的文字一字不变。",
          acts: { unmark: "标记从文档中删除。" },
          done: "完成：费用不再高于不用缓存时。",
          notes: "页面会提示：没有标记就没有确定的命中。说得没错，只是这里本来就不需要。",
        },
        after: {
          heading: "有标记 {before}，没有标记 {after}",
          body: "这是一千份这样的摘要的费用。只标记很快（五分钟之内）还会有请求来读的内容，其余都不要标记。第二个请求能省多少，下一课见。",
          notes: "每次命中，五分钟都重新计算。后面有专门的一课。",
        },
      },
      bites: "一份关于编程智能体的报告统计，74% 的缓存写入都白费了。",
      link: "Claude Code 的 issue 63930",
    },
  },
};
