/** The lesson of an edited history: what changes far back is where the prefix parts, and all behind it is paid again. */
import type { PlayEvent } from "../../timeline/play-event";
import type { ToolRound } from "../../timeline/scenario";
import { formatChange } from "../../values/figures";
import { dropEvents } from "../acts";
import { costOf, perThousand, requestsReadingAll, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

/** @param keeps whether the template goes on writing the thinking of earlier answers */
const write = (keeps: boolean): string =>
  writeBody([
    { role: "system", content: [{ text: readManual(0, 110), marked: true }] },
    {
      role: "user",
      content: [{ text: "Every night the blind in the kitchen leaves the mesh. Why?", marked: true }],
    },
  ]).replace('"enable_thinking": false', `"enable_thinking": true,\n  "preserve_thinking": ${keeps}`);

const readLog = (device: string, resultTokens: number, thinking: string): ToolRound => ({
  gap: 9,
  thinking,
  calls: [{ name: "read_device_log", arguments: JSON.stringify({ device }), result: "", resultTokens }],
});

const TRIM: PlayEvent = { kind: "drop-results", keep: 1 };
const COMPACT: PlayEvent = {
  kind: "compact",
  summary:
    "The blind in the kitchen left the mesh at night, because the lamp in the hall was switched off at the wall. It stays on now.",
};

/** @param events before the last request */
const play = (...events: readonly PlayEvent[]) =>
  playWith({
    name: "A chat whose history is edited",
    duration: 4,
    reply: "It may lose the device that passes its messages on. Shall I look into the logs?",
    turns: [
      {
        ...ask(30, "Please do.", "It goes silent at 23:10, just after the lamp in the hall."),
        rounds: [
          readLog(
            "blind in the kitchen",
            320,
            "Plugs and lamps pass messages on. First I want to know when the blind goes silent.",
          ),
        ],
      },
      {
        ...ask(
          50,
          "Then look at the lamp, too.",
          "It is switched off at the wall each night. Leave it powered.",
        ),
        rounds: [
          readLog(
            "lamp in the hall",
            1500,
            "The lamp went silent first, so its log must show what happened at 23:10.",
          ),
        ],
      },
      {
        ...ask(60, "I do now. How far may they stand apart?", "Ten metres indoors."),
        ...(events.length > 0 && { events }),
      },
    ],
  });

const scene = (keeps: boolean, ...events: readonly PlayEvent[]): Scene => ({
  text: write(keeps),
  settings: play(...events),
});

/** The request whose history is edited, from 1. */
const EDITED = 6;

export const editedHistory: Lesson = {
  id: "edited-history",
  scene: scene(true, TRIM),
  others: { kept: scene(true), compacted: scene(true, COMPACT), thoughtless: scene(false) },
  steps: [
    { id: "see", kind: "see", request: 5, spot: { on: "request", request: 5 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: EDITED,
      request: EDITED,
      question: {
        kind: "choice",
        choices: ["all", "before", "none"],
        answer({ start }) {
          const { read, prompt } = rowOf(start, EDITED);
          return read === 0 ? "none" : read > prompt * 0.9 ? "all" : "before";
        },
      },
    },
    { id: "reveal", kind: "reveal", tab: "why", request: EDITED, spot: { on: "outcome", request: EDITED } },
    { id: "ways", kind: "reveal", request: EDITED, spot: { on: "request", request: EDITED } },
    {
      id: "mend",
      kind: "mend",
      sheet: "edit",
      request: EDITED,
      goal: ({ now }) =>
        now.timeline.turns.length >= EDITED &&
        requestsReadingAll(now).length >= now.timeline.turns.length - 1,
      acts: [{ id: "keep", act: dropEvents(2) }],
    },
    { id: "after", kind: "reveal", request: EDITED, spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const before = rowOf(start, EDITED - 1);
    const kept = others.kept?.rows;
    const compacted = others.compacted?.rows[EDITED - 1];
    return {
      left: before.read + before.written,
      shorter: (kept?.[EDITED - 1]?.prompt ?? 0) - rowOf(start, EDITED).prompt,
      read: rowOf(start, EDITED).read,
      written: rowOf(start, EDITED).written,
      compactRead: compacted?.read ?? 0,
      thinkingRead: others.thoughtless?.rows[3]?.read ?? 0,
      keptRead: kept?.[3]?.read ?? 0,
      last: rowOf(now, EDITED).read,
      before: perThousand(costOf(start)),
      after: perThousand(costOf(now)),
      change: formatChange(costOf(now) / costOf(start) - 1),
    };
  },
  bites: { url: "https://github.com/looplj/axonhub/issues/2342", asOf: "2026-11-21" },
  rule: "history-rewritten",
  text: {
    en: {
      title: "An edited history",
      about:
        "Whoever shortens, drops or rewords an earlier message pays again for all that stands behind it.",
      steps: {
        see: {
          heading: "A chat that only grows",
          body: "A support chat in which two logs are looked up. Each request is the one before it, with something added at the end. So each reads all that came before: request 5 leaves {left, number} tokens for the next.",
          notes:
            "The logs are filler: made-up text of the right length. Ask why rows 2 to 5 read so well. Because nothing that was sent has changed.",
        },
        predict: {
          heading: "The program tidies up",
          body: "Before request 6 it leaves out the first log, which nobody needs any more. That makes the prompt {shorter, number} tokens shorter. The long second log, further on, stays word for word.",
          question: "What does request 6 read?",
          choices: {
            all: "Everything that is still there",
            before: "Only what stands before the gap",
            none: "Nothing",
          },
          notes: "Many frameworks do this on their own, to save tokens. Ask who knows what theirs does.",
        },
        reveal: {
          heading: "{shorter, number} tokens saved, {written, number} written again",
          body: "Request 6 reads {read, number} tokens, up to the last entry before the gap. There the prefix parts; everything behind it is paid anew, though the words are the same. Reworded, shortened or left out: to the cache it is all one.",
          notes:
            "The flag on the map stands at the gap. By the way: a call and its result belong together. A history that keeps one of them alone is refused.",
        },
        ways: {
          heading: "Three edits, one rule",
          body: "Where a message changes, the prefix parts, and the rest is a <b>miss</b>. After a <b>compaction</b>, a summary for the history, request 6 would read {compactRead, number} tokens. Where the template <b>leaves old thinking out</b>, as up to Qwen3.7, request 4 would read {thinkingRead, number}, not {keptRead, number}.",
          notes:
            "The template drops the thinking once the user speaks again; nobody has edited anything. <c>preserve_thinking</c>, switched on here, keeps the thinking where the model offers it. This follows from the templates of the open models; the hosted ones are not documented.",
        },
        mend: {
          heading: "Fix it: leave what was sent as it is",
          body: "A history is added to, never edited. In “Edit turns”, take out the change before request 6.",
          acts: { keep: "The first log stays in the history." },
          done: "Done: request 6 reads {last, number} tokens.",
          notes: "The prompt is longer now, and cheaper all the same. Let that sink in.",
        },
        after: {
          heading: "{before} tidied up, {after} left alone",
          body: "That is a thousand such chats: {change}, although more tokens are sent. If a history has to shrink, then seldom and by much, with a marker at the end of the system text, so that at least that is read.",
          notes: "There are times when trimming pays: a lesson of its own works out from where on.",
        },
      },
      bites:
        "A report on conversations whose history did not stay as it was: 139 of 148 requests read nothing.",
      link: "axonhub, issue 2342",
    },
    zh: {
      title: "改动过的历史",
      about: "缩短、删除或改写较早的消息，它后面的全部内容都要重新付费。",
      steps: {
        see: {
          heading: "只往后增加的对话",
          body: "一段客服对话，中间查了两次日志。每个请求都是上一个请求再往后增加一些，所以之前的内容全部命中：请求 5 为下一个请求留下 {left, number} 个 Token。",
          notes:
            "日志是填充文本：长度合适的虚构内容。问问大家：第 2 到第 5 行为什么命中得这么好？因为发送过的内容一点没变。",
        },
        predict: {
          heading: "程序来整理",
          body: "请求 6 之前，程序去掉了没有人再需要的第一份日志，提示词短了 {shorter, number} 个 Token。后面那份很长的日志一字未动。",
          question: "请求 6 能命中什么？",
          choices: {
            all: "仍然保留的全部内容",
            before: "只有缺口之前的内容",
            none: "什么也没有",
          },
          notes: "许多框架为了省 Token 会自动这样做。问问谁清楚自己用的框架做了什么。",
        },
        reveal: {
          heading: "省下 {shorter, number} 个，重新写入 {written, number} 个",
          body: "请求 6 命中 {read, number} 个 Token，到缺口之前的最后一个缓存条目为止。前缀在缺口处断开，后面的内容文字相同，也要重新付费。改写、缩短还是删除，对缓存来说都一样。",
          notes:
            "缓存图上的小旗就插在缺口处。顺便一提：工具调用和它的结果要成对保留，只留一半的历史会被服务拒绝。",
        },
        ways: {
          heading: "三种改动，一个道理",
          body: "哪条消息变了，前缀就在哪里断开，其余都<b>未命中</b>。<b>压缩</b>：历史换成摘要，只能命中 {compactRead, number} 个 Token。<b>去掉思考</b>：到 Qwen3.7 为止，用户再次发言后，模板会丢掉之前的思考，请求 4 只命中 {thinkingRead, number} 个，而不是 {keptRead, number} 个。",
          notes:
            "去掉思考的是模板，没有人动手改过什么。这里打开的 <c>preserve_thinking</c> 可以在支持的模型上保留思考内容。这一点根据开放权重模型的模板推断，托管模型没有文档说明。",
        },
        mend: {
          heading: "动手修复：发送过的内容不要动",
          body: "历史只增加，不修改。在“编辑轮次”里去掉请求 6 之前的变化。",
          acts: { keep: "第一份日志留在历史里。" },
          done: "完成：请求 6 命中 {last, number} 个 Token。",
          notes: "提示词更长了，费用反而更低。让大家体会一下。",
        },
        after: {
          heading: "整理过 {before}，原样保留 {after}",
          body: "这是一千次这样的对话的费用：发送的 Token 更多，费用却变化 {change}。历史如果非缩短不可，就少做几次，一次多减一些，并在系统文本末尾放一个标记，至少这部分还能命中。",
          notes: "有时候精简确实划算：从什么时候起划算，另有一课来算。",
        },
      },
      bites: "一份报告：对话的历史没有保持原样，148 个请求中有 139 个什么也没有命中。",
      link: "axonhub 的 issue 2342",
    },
  },
};
