/** The lesson of the shortest prefix that is kept: 1,024 tokens, counted from the first one. */
import { remark } from "../acts";
import { costOf, perThousand, requestsReading } from "../facts";
import type { Lesson } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

const LAST = "Answer in at most four or five sentences, and in the language of the customer.";
const MODEL = "qwen3-max";

const write = (marked: "system" | "question"): string =>
  writeBody(
    [
      { role: "system", content: [{ text: `${readManual(0, 55)}\n${LAST}`, marked: marked === "system" }] },
      {
        role: "user",
        content: [{ text: "The lamp in the hall does not answer any more.", marked: marked === "question" }],
      },
    ],
    { model: MODEL },
  );

const settings = playWith(
  {
    name: "Three short questions",
    duration: 4,
    reply:
      "Please look first whether it is switched off at the wall: a lamp without power leaves the mesh. Then move the controller closer to it, or put a plug between the two, since every plug passes messages on.",
    turns: [
      ask(
        40,
        "It has power now. What else can I try before I take it off and send it back?",
        "Then pair it anew: hold its button for three seconds until it blinks.",
      ),
      ask(50, "It blinks now.", "Then choose it in the app, and it is back."),
    ],
  },
  { model: MODEL },
);

export const minimum: Lesson = {
  id: "minimum",
  scene: { text: write("system"), settings },
  others: { moved: { text: write("question"), settings } },
  steps: [
    { id: "see", kind: "see", spot: { on: "marker" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 1,
      spot: { on: "marker" },
      question: {
        kind: "choice",
        choices: ["all", "none", "error"],
        answer: ({ start }) => (requestsReading(start, 1).length > 0 ? "all" : "none"),
      },
    },
    { id: "reveal", kind: "reveal", tab: "problems", spot: { on: "problems" } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "marker" },
      goal({ now }) {
        const { length } = now.timeline.turns;
        return length >= 3 && requestsReading(now, now.request.minimum).length >= length - 2;
      },
      acts: [{ id: "move", act: remark(0, "/messages/1") }],
    },
    { id: "after", kind: "reveal", request: 2, spot: { on: "outcome", request: 2 } },
  ],
  figures({ start, now, others }) {
    const moved = others.moved?.rows[1];
    return {
      prefix: start.request.markers[0]?.prefix ?? 0,
      uncached: start.timeline.totals.uncached,
      hits: requestsReading(now, 1).length,
      read: moved?.read ?? 0,
      step: moved?.written ?? 0,
      before: perThousand(costOf(start)),
      after: perThousand(others.moved?.totals.cost ?? null),
    };
  },
  bites: { url: "https://github.com/bug-ops/zeph/issues/1083", asOf: "2026-11-21" },
  rule: "below-minimum",
  text: {
    en: {
      title: "1,023 tokens and 1,024",
      about:
        "A prefix below the minimum is never kept, and nothing tells you. What counts is the whole prefix.",
      steps: {
        see: {
          heading: "A short prompt with a marker",
          body: "A small agent: a short manual, marked at its end, and a customer who asks three times within two minutes. The marker stands at {prefix, number} tokens.",
          notes: "Have them find the marker on the map. The fine line near it is the minimum.",
        },
        predict: {
          heading: "Three requests, one after the other",
          body: "The manual is the same in all three. A marker counts once its prefix has 1,024 tokens; here it has {prefix, number}.",
          question: "What happens to the marker?",
          choices: {
            all: "It works: one token hardly matters",
            none: "Nothing is kept, and nothing says so",
            error: "The service answers with an error",
          },
          notes: "Programmers expect an error. Ask how they would notice without one.",
        },
        reveal: {
          heading: "Nothing is kept, and nothing says so",
          body: "The marker is below the <b>minimum</b>, so no entry is made. All three requests stay <b>uncached</b>: {uncached, number} tokens at the plain price. The answers look as always; only the cache figures of their usage are zero.",
          notes:
            "A marker that is too short still chooses the explicit cache, so the implicit one does not help either. Problems names it before a request is sent; that is what the page is for.",
        },
        mend: {
          heading: "Fix it: one token is missing",
          body: "What counts is everything from the first token to the marker, not the marked message. So move the marker behind the question, or write a word more into the manual.",
          acts: { move: "The marker moves to the question: the prefix is long enough now." },
          done: "Done: {hits, plural, one {# request reads} other {# requests read}} from the cache.",
          notes:
            "Both ways are right. The first goes on well in a chat: there the marker moves on with each new question.",
        },
        after: {
          heading: "After that, small steps are fine",
          body: "With the marker on the question, request 2 reads {read, number} tokens and writes {step, number} more. The minimum is for the whole prefix, never for what is added. A thousand such chats cost {after} instead of {before}.",
          notes:
            "Other services have other minimums, up to several thousand tokens; for some it depends on the model.",
        },
      },
      bites: "An agent’s markers stood below the minimum and were passed over without a word.",
      link: "zeph, issue 1083",
    },
    zh: {
      title: "1,023 与 1,024 个 Token",
      about: "短于最小长度的前缀不会被缓存，也没有任何提示。计算的是整个前缀。",
      steps: {
        see: {
          heading: "一段带标记的短提示词",
          body: "一个小型智能体：一份简短的手册，末尾有标记；一位顾客在两分钟内问了三次。标记位于 {prefix, number} 个 Token 处。",
          notes: "请学员在缓存图上找到标记。旁边的细线就是最小长度。",
        },
        predict: {
          heading: "接连三个请求",
          body: "三个请求里的手册完全相同。前缀达到 1,024 个 Token，标记才会生效；这里有 {prefix, number} 个。",
          question: "这个标记会怎么样？",
          choices: {
            all: "照样生效：只差一个 Token",
            none: "什么也不缓存，也没有提示",
            error: "服务返回错误",
          },
          notes: "程序员会以为要报错。可以问：如果不报错，怎么才能发现？",
        },
        reveal: {
          heading: "什么也不缓存，也没有提示",
          body: "标记处的前缀短于<b>最小长度</b>，不会创建缓存。三个请求都<b>未缓存</b>，{uncached, number} 个 Token 按普通单价计费。回答看不出异样，只有用量（usage）中的缓存数字为零。",
          notes: "太短的标记仍然选定了显式缓存，所以隐式缓存也帮不上忙。本页面在发送之前就会在“问题”中指出。",
        },
        mend: {
          heading: "动手修复：只差一个 Token",
          body: "计算的是从第一个 Token 到标记的全部内容，而不是带标记的那条消息。把标记移到问题之后，或者在手册里多写一个词。",
          acts: { move: "标记移到问题上：前缀够长了。" },
          done: "完成：有 {hits, number} 个请求命中缓存。",
          notes: "两种办法都对。在多轮对话里前一种更好：标记会随每个新问题往后移。",
        },
        after: {
          heading: "之后，小步增加也没关系",
          body: "标记在问题上时，请求 2 命中 {read, number} 个 Token，只新写入 {step, number} 个。最小长度针对整个前缀，不针对新增的部分。一千次这样的对话，费用从 {before} 降到 {after}。",
          notes: "其他服务的最小长度各不相同，有的要几千个 Token，有的还因模型而异。",
        },
      },
      bites: "一个智能体的标记短于最小长度，被悄无声息地忽略了。",
      link: "zeph 的 issue 1083",
    },
  },
};
