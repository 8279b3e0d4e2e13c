/** The lesson of a conversation: a marker on the newest message, and every request reads all that came before. */
import { presets } from "../../timeline/presets/presets";
import { markAt } from "../acts";
import { costOf, perThousand, requestsReadingAll, rowOf } from "../facts";
import type { Facts, Lesson, Scene } from "../lesson";
import { playWith, readManual, writeBody } from "../scene-text";

type Marked = "nothing" | "system" | "question";

const scene = (marked: Marked): Scene => ({
  text: writeBody([
    {
      role: "system",
      content: marked === "system" ? [{ text: readManual(0, 330), marked: true }] : readManual(0, 330),
    },
    {
      role: "user",
      content:
        marked === "question"
          ? [{ text: "Which voice assistants does the controller work with?", marked: true }]
          : "Which voice assistants does the controller work with?",
    },
  ]),
  settings: playWith(presets.find(({ id }) => id === "multi-turn")?.scenario ?? null),
});

/** Requests that read all that came before: the one before them was marked to its end. */
const countWhole = ({ now }: Facts): number =>
  requestsReadingAll(now).filter((request) => rowOf(now, request - 1).uncached <= now.request.tail).length;

export const chat: Lesson = {
  id: "chat",
  scene: scene("nothing"),
  others: { system: scene("system"), newest: scene("question") },
  steps: [
    { id: "see", kind: "see", spot: { on: "request", request: 3 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 1,
      request: 3,
      question: {
        kind: "choice",
        choices: ["all", "manual", "none"],
        answer({ start }) {
          const { read } = rowOf(start, 3);
          const before = rowOf(start, 2);
          return read === 0 ? "none" : read < before.prompt - before.uncached ? "manual" : "all";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 3, tab: "why", spot: { on: "outcome", request: 3 } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "editor" },
      goal: (facts) =>
        facts.now.timeline.turns.length >= 3 && countWhole(facts) >= facts.now.timeline.turns.length - 2,
      acts: [{ id: "mark", act: markAt("/messages/1") }],
    },
    { id: "after", kind: "reveal", request: 3, spot: { on: "bill" } },
  ],
  figures(facts) {
    const { start, others } = facts;
    const [first, second, third] = others.newest?.rows ?? [];
    return {
      prompt: rowOf(start, 3).prompt,
      common: (second?.read ?? 0) + (second?.written ?? 0),
      gap: (start.timeline.turns[2]?.at ?? 0) - (start.timeline.turns[1]?.at ?? 0),
      read: rowOf(start, 3).read,
      whole: countWhole(facts),
      first: first?.written ?? 0,
      second: second?.written ?? 0,
      third: third?.written ?? 0,
      tail: start.request.tail,
      before: perThousand(costOf(start)),
      newest: perThousand(others.newest?.totals.cost ?? null),
      system: perThousand(others.system?.totals.cost ?? null),
    };
  },
  bites: { url: "https://github.com/anomalyco/opencode/issues/27687", asOf: "2026-11-21" },
  rule: "no-marker",
  text: {
    en: {
      title: "Marker on the newest message",
      about:
        "In a chat the marker moves along: each request reads all that came before and writes only what is new.",
      steps: {
        see: {
          heading: "A chat about a long manual",
          body: "Five questions to one manual, and no marker. Each request sends everything once more: the manual, and the chat so far. Only the first request stands in the document; the other four <b>follow</b> from it.",
          notes:
            "Click through the rows: the front part is the same in all, and it grows by an answer and a question.",
        },
        predict: {
          heading: "Two minutes into the chat",
          body: "Request 3 has {prompt, number} tokens. The first {common, number} of them were sent word for word in request 2, {gap, number} seconds before.",
          question: "How much of that does request 3 read for certain?",
          choices: {
            all: "All that the two have in common",
            manual: "The manual",
            none: "Nothing",
          },
          notes:
            "“For certain” is what the question hangs on. Whoever has done the first lessons asks for the marker.",
        },
        reveal: {
          heading: "For certain: {read, number} tokens",
          body: "A <b>marker</b> asks for an entry that ends where it stands. The document has none, so none of the requests that follow from it has one. The implicit cache may find the beginning all the same, but it promises nothing, and nothing is counted here.",
          notes: "What the implicit cache gives when it does find something is a lesson of its own.",
        },
        mend: {
          heading: "Fix it: mark the newest message",
          body: "What the requests share grows with each turn, so the marker has to move along. Put it on the question: in each later request it stands on the newest one.",
          acts: { mark: "The question gets a marker, which moves on with the chat." },
          done: "Done: {whole, plural, one {# request reads} other {# requests read}} all that came before.",
          notes:
            "Somebody will mark the manual. That helps, but the chat behind it is paid in full each time, and the goal is not reached.",
        },
        after: {
          heading: "{first, number}, then {second, number}, then {third, number}",
          body: "So many tokens the first three requests write: the manual once, after that only an answer and a question. A thousand chats cost {newest} instead of {before}. With the marker at the manual’s end it would be {system}, and the gap grows with every turn.",
          notes:
            "These are the figures of Alibaba’s own example. The {tail, number} tokens that stay uncached in each request are the template’s tail.",
        },
      },
      bites: "In a coding agent that was used with Qwen models, no marker reached the service.",
      link: "opencode, issue 27687",
    },
    zh: {
      title: "标记放在最新的消息上",
      about: "多轮对话里标记随对话后移：每个请求命中之前的全部内容，只写入新增的部分。",
      steps: {
        see: {
          heading: "围绕一份长手册的对话",
          body: "针对同一份手册的五个问题，没有标记。每个请求都把全部内容再发一遍：手册，以及到目前为止的对话。文档里只写着第一个请求，其余四个<b>随文档变化</b>。",
          notes: "逐行点开看看：前面的部分都相同，每次多出一个回答和一个问题。",
        },
        predict: {
          heading: "对话进行了两分钟",
          body: "请求 3 有 {prompt, number} 个 Token，其中开头的 {common, number} 个在 {gap, number} 秒之前的请求 2 里一字不差地发送过。",
          question: "其中有多少是请求 3 确定能命中的？",
          choices: {
            all: "两者相同的全部内容",
            manual: "手册",
            none: "一点也没有",
          },
          notes: "关键在“确定”二字。学过前几课的人会问：标记在哪里？",
        },
        reveal: {
          heading: "确定命中：{read, number} 个 Token",
          body: "<b>缓存标记</b>的意思是：请把到这里为止的内容存成一个缓存条目。文档里没有标记，由它推出的各个请求也就都没有。隐式缓存也许仍能找到相同的开头，但不保证命中，这里不计。",
          notes: "隐式缓存真的命中时有多大好处，另有一课。",
        },
        mend: {
          heading: "动手修复：标记最新的消息",
          body: "各请求相同的部分每一轮都在变长，标记也要跟着后移。把它放在问题上：之后的每个请求里，它都在最新的问题上。",
          acts: { mark: "问题加上标记，并随对话后移。" },
          done: "完成：有 {whole, number} 个请求命中了之前的全部内容。",
          notes: "有人会去标记手册。这也有用，但手册之后的对话每次都按原价计费，目标没有达到。",
        },
        after: {
          heading: "{first, number}，然后 {second, number}，再 {third, number}",
          body: "这是前三个请求写入的 Token 数：手册写入一次，之后只写入一个回答和一个问题。一千次对话的费用从 {before} 降到 {newest}；如果只标记手册，则是 {system}，而且每多一轮，差距就更大。",
          notes:
            "这正是阿里云官方示例中的数字。每个请求里始终未缓存的 {tail, number} 个 Token 是模板的尾部。",
        },
      },
      bites: "一个编程智能体搭配 Qwen 模型使用时，标记根本没有发送到服务端。",
      link: "opencode 的 issue 27687",
    },
  },
};
