/** The lesson of a time in the system text: it begins every request otherwise, and nothing behind it is read. */
import { formatChange } from "../../values/figures";
import { moveChangingWords } from "../acts";
import { costOf, perThousand, requestsReading, rowOf } from "../facts";
import type { Lesson } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

const TIME = "2026-11-24 09:30";

/** The conversation without the line with the time: what its words cost by themselves. */
const write = (head: string): string =>
  writeBody([
    { role: "system", content: [{ text: `${head}${readManual(0, 130)}`, marked: true }] },
    { role: "user", content: "The sensor in the hall reacts only every second time. Where should I begin?" },
  ]);

const settings = playWith({
  name: "Four questions, one a minute",
  duration: 4,
  reply: "Begin with its link quality: open the sensor in the app, then Details.",
  turns: [
    ask(60, "It says 61 of 255. What now?", "Put a plug between the two: every plug passes messages on."),
    ask(60, "I have one to spare. Which way round?", "Any way. Give the network ten minutes to settle."),
    ask(60, "And if that does not help?", "Then move the controller, and write down what you have tried."),
  ],
});

export const clock: Lesson = {
  id: "clock",
  scene: { text: write(`Current time: ${TIME}\n\n`), settings },
  others: { timeless: { text: write(""), settings } },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "editor" } },
    {
      id: "predict",
      kind: "predict",
      editor: true,
      coverFrom: 2,
      question: {
        kind: "choice",
        choices: ["all", "most", "none"],
        answer({ start }) {
          const { read, prompt } = rowOf(start, 2);
          return read === 0 ? "none" : read > prompt * 0.9 ? "all" : "most";
        },
      },
    },
    { id: "reveal", kind: "reveal", tab: "why", request: 2, spot: { on: "outcome", request: 2 } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "request", request: 2 },
      goal: ({ start, now }) =>
        now.timeline.turns.length >= 4 &&
        now.timeline.turns.slice(1).every(({ ledger }) => ledger.read >= rowOf(start, 1).written * 0.9),
      acts: [{ id: "move", act: moveChangingWords }],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const timeless = others.timeless?.totals.cost ?? null;
    return {
      time: TIME,
      prompt: rowOf(start, 2).prompt,
      read: rowOf(start, 2).read,
      hits: requestsReading(now, 1).length,
      before: perThousand(costOf(start)),
      after: perThousand(costOf(now)),
      change: formatChange(costOf(now) / costOf(start) - 1),
      timeless: perThousand(timeless),
    };
  },
  bites: { url: "https://github.com/earendil-works/pi/issues/1873", asOf: "2026-11-21" },
  rule: "volatile-before-marker",
  text: {
    en: {
      title: "A clock in the prompt",
      about: "Why a time at the top of the system text makes every request miss, and where it belongs.",
      steps: {
        see: {
          heading: "The system text begins with the time",
          body: "A support agent. Its manual, marked for the cache, stays the same all day. In front of it stands one line: <c>Current time: {time}</c>. The program writes it anew for each request.",
          notes:
            "Let the class find the line. Ask who has such a line at work: agents' frameworks add it on their own. Four questions are asked, one a minute.",
        },
        predict: {
          heading: "A minute later",
          body: "Request 2 sends everything again, and the next question at its end: {prompt, number} tokens. In all that was sent before, only the minute differs.",
          question: "How much of the manual does request 2 read from the cache?",
          choices: {
            all: "All of it: the manual has not changed",
            most: "Most of it: what stands before the time",
            none: "Nothing",
          },
          notes:
            "Have them vote before going on. Most say “all of it”: they think of the manual as the thing that is cached.",
        },
        reveal: {
          heading: "It reads {read, number} tokens",
          body: "The cache keeps <b>beginnings</b>, not passages. A request is read from its first token on, up to the first that differs. Here that is the minute, in the first line: everything behind it is written again, at 125 % of the input price.",
          notes:
            "The flag on the map stands at the very token that differs. Point at it. The manual behind it is the same, word for word; that does not help.",
        },
        mend: {
          heading: "Fix it: move the time behind the marker",
          body: "What changes belongs behind what stays. Move the line with the time to the end: drag its chip on the map behind the marker, or cut it in the editor and put it into the question.",
          acts: { move: "The line with the time goes into the question, behind the marker." },
          done: "Done: {hits, plural, one {# request reads} other {# requests read}} the manual from the cache.",
          notes:
            "The model still knows the time. Leaving it out altogether works, too; so does a tool that tells the time.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "That is a thousand such conversations: {change}. The first line of a prompt is the most expensive place for anything that changes: a time, a date, a request's id, a user's name.",
          notes:
            "Without the line altogether it would be {timeless}. The words cost next to nothing; their place does.",
        },
      },
      bites: "In a coding agent the date and time in the system prompt broke the cache on every call.",
      link: "pi, issue 1873",
    },
    zh: {
      title: "提示词里的时钟",
      about: "为什么系统提示开头的一个时间会让每个请求都未命中，它又该放在哪里。",
      steps: {
        see: {
          heading: "系统提示以时间开头",
          body: "一个客服智能体。手册带有缓存标记，一整天都不变。手册前面只有一行：<c>Current time: {time}</c>，程序在每个请求里都会重写它。",
          notes:
            "先让学员自己找到这一行，再问谁的项目里也有：很多智能体框架会自动加上。场景里共四个问题，每分钟一个。",
        },
        predict: {
          heading: "一分钟之后",
          body: "请求 2 把之前的内容全部再发一遍，末尾加上新的问题，一共 {prompt, number} 个 Token。之前的内容里，变了的只有分钟数。",
          question: "请求 2 能从缓存命中手册的多少内容？",
          choices: {
            all: "全部：手册没有变",
            most: "大部分：时间之前的内容",
            none: "一点也没有",
          },
          notes: "继续之前先让大家举手表决。多数人会说“全部”：他们以为缓存的是手册本身。",
        },
        reveal: {
          heading: "命中 {read, number} 个 Token",
          body: "缓存保存的是<b>前缀</b>，不是段落。请求从第一个 Token 开始比对，到第一个不同处为止。这里不同的是第一行里的分钟数，它后面的内容全部要重新创建缓存，按输入单价的 125% 计费。",
          notes: "缓存图上的小旗正好插在不同的那个 Token 上，请指给大家看。后面的手册一字未改，也无济于事。",
        },
        mend: {
          heading: "动手修复：把时间移到标记之后",
          body: "会变的放在不变的后面。把时间那一行移到末尾：在缓存图上把它拖到标记之后，或者在编辑器里剪切下来，放进问题里。",
          acts: { move: "时间那一行移进了问题，在标记之后。" },
          done: "完成：有 {hits, number} 个请求从缓存命中了手册。",
          notes: "模型仍然知道时间。干脆删掉这一行也行，让工具来报时也行。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "这是一千次这样的对话的费用，变化 {change}。对会变的内容来说，提示词的第一行是最贵的位置：时间、日期、请求 ID、用户名都是如此。",
          notes: "如果完全没有这一行，费用是 {timeless}。这几个字本身几乎不花钱，贵的是它们的位置。",
        },
      },
      bites: "一个编程智能体把日期和时间写进系统提示，结果每次调用的缓存都失效。",
      link: "pi 的 issue 1873",
    },
  },
};
