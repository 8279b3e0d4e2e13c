/** The lesson of the look-back: many tool results at once push the last entry out of reach, and a second marker is a bridge. */
import { placeMarkers } from "../acts";
import { costOf, perThousand, requestsReadingAll, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody, writeTool } from "../scene-text";

/** Pages that are read at once. */
const PAGES = 21;

const tools = [writeTool("read_page", "Reads one page of the installer's handbook.", { page: "Its number" })];

const readPages = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: "read_page",
    arguments: `{"page": "${from + index}"}`,
    result: readManual(150 + 6 * index, 156 + 6 * index),
  }));

/** @param pages how many the model reads at once */
const scene = (pages: number): Scene => ({
  text: writeBody(
    [
      { role: "system", content: readManual(0, 120) },
      { role: "user", content: [{ text: "Who may open the cabinet in the hall?", marked: true }] },
    ],
    { tools },
  ),
  settings: playWith({
    name: "An agent reads many pages at once",
    duration: 4,
    reply: "An installer, with the power off.",
    turns: [
      {
        ...ask(30, "Which pages of the handbook say so? Read them all.", "Pages 3 and 17 do."),
        rounds: [
          { gap: 15, calls: readPages(1, pages) },
          { gap: 15, calls: readPages(40, 2) },
        ],
      },
    ],
  }),
});

export const lookBack: Lesson = {
  id: "look-back",
  scene: scene(PAGES),
  others: { fewer: scene(PAGES - 1) },
  steps: [
    { id: "see", kind: "see", request: 3, spot: { on: "request", request: 3 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 3,
      request: 3,
      question: {
        kind: "choice",
        choices: ["all", "system", "none"],
        answer({ start }) {
          const { read } = rowOf(start, 3);
          return read === 0 ? "none" : requestsReadingAll(start).includes(3) ? "all" : "system";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 3, tab: "why", spot: { on: "outcome", request: 3 } },
    { id: "blocks", kind: "reveal", request: 3, spot: { on: "request", request: 3 } },
    {
      id: "mend",
      kind: "mend",
      request: 3,
      spot: { on: "request", request: 3 },
      goal: ({ now }) =>
        now.timeline.turns.length >= 4 &&
        // The pages still come all at once or nearly so: the request with them is the longest by far.
        rowOf(now, 3).prompt > 2 * rowOf(now, 2).prompt - rowOf(now, 2).uncached &&
        requestsReadingAll(now).length === now.timeline.turns.length - 1,
      acts: [
        {
          id: "bridge",
          act: placeMarkers("System + previous end + last message", [
            { kind: "system" },
            { kind: "previous-end" },
            { kind: "last" },
          ]),
        },
      ],
    },
    { id: "after", kind: "reveal", request: 3, spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const before = rowOf(start, 2);
    return {
      pages: PAGES,
      fewer: PAGES - 1,
      lookback: start.request.lookbackBlocks,
      same: before.read + before.written,
      gap: (start.timeline.turns[2]?.at ?? 0) - (start.timeline.turns[1]?.at ?? 0),
      read: rowOf(start, 3).read,
      written: rowOf(start, 3).written,
      fewerRead: others.fewer?.rows[2]?.read ?? 0,
      mended: rowOf(now, 3).read,
      before: perThousand(costOf(start)),
      after: perThousand(costOf(now)),
    };
  },
  bites: { url: "https://github.com/netease-lcap/wave-agent/issues/1261", asOf: "2026-11-21" },
  rule: "lookback-exceeded",
  text: {
    en: {
      title: "Twenty blocks back",
      about:
        "From its marker a request looks back twenty content blocks: many tool results at once go too far.",
      steps: {
        see: {
          heading: "{pages, number} pages at once",
          body: "An agent reads a handbook. In request 3 it sends the results of {pages, number} calls together, each a message of its own. The marker moves along and stands on the last result.",
          notes:
            "The map shows the results as many small pieces. Agents that call tools in parallel do this all the time: searches, files, pages.",
        },
        predict: {
          heading: "The beginning is in the cache",
          body: "Request 2 was {gap, number} seconds ago and left an entry of {same, number} tokens. Request 3 begins with exactly these tokens; not one has changed.",
          question: "How much of that does request 3 read?",
          choices: {
            all: "All of it",
            system: "A part of it",
            none: "Nothing",
          },
          notes: "Everything that was learned so far says “all”. Let them be sure of it before going on.",
        },
        reveal: {
          heading: "It reads {read, number} tokens",
          body: "From a marker the service looks back over at most <b>{lookback, number} content blocks</b> for an entry. Between the entry and this marker lie {pages, number}: the answer with its calls, and all results but the last. Nothing is found, and {written, number} tokens are written.",
          notes: "With {fewer, number} results it would have read {fewerRead, number}: the edge is sharp.",
        },
        blocks: {
          heading: "What counts as a block",
          body: "A plain text is one block, an array one for each part, a tool result one. Beyond {lookback, number} an entry lives on, out of reach. A marker may stand on a tool result; on qwen-plus it was seen to take effect elsewhere: compare the usage.",
          notes:
            "That an answer with its calls is one block, however many calls, is how the playground reads the documentation: its own example counts messages. The shift on qwen-plus is one public report.",
        },
        mend: {
          heading: "Fix it: build a bridge",
          body: "Put a second marker within reach of the entry, best where the request before ended. Choose the placement <b>System + previous end + last message</b>. Each marker looks back on its own.",
          acts: {
            bridge:
              "Each later request gets three markers: on the system message, where the one before ended, and on its last message.",
          },
          done: "Done: request 3 reads {mended, number} tokens and writes the pages only.",
          notes:
            "Other ways hold as well: a bridge some eighteen blocks before the end, or fewer calls at once. Marking the system message as well limits the damage, but does not read all.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "That is a thousand such runs. More markers cost nothing: written is only what is new. A placement says where they go in <b>every</b> request; this one keeps the bridge no matter how many results come.",
          notes:
            "Three of four markers are in use. In public coding conversations this trio was the cheapest of those compared.",
        },
      },
      bites: "A coding agent that works with Qwen sets a bridge marker about eighteen blocks before the end.",
      link: "Wave Agent, issue 1261",
    },
    zh: {
      title: "往前 20 个内容块",
      about: "请求从标记处最多往前回溯 20 个内容块：一次带回太多工具结果，就够不着了。",
      steps: {
        see: {
          heading: "一次读 {pages, number} 页",
          body: "一个智能体在查手册。请求 3 一次带回 {pages, number} 个工具调用的结果，每个结果都是一条消息。标记随对话后移，在最后一个结果上。",
          notes: "缓存图上这些结果是许多小段。并行调用工具的智能体天天如此：搜索、读文件、读网页。",
        },
        predict: {
          heading: "开头就在缓存里",
          body: "{gap, number} 秒之前的请求 2 留下了一个 {same, number} 个 Token 的缓存条目。请求 3 的开头正是这些 Token，一个也没有变。",
          question: "其中有多少是请求 3 能命中的？",
          choices: {
            all: "全部",
            system: "一部分",
            none: "一点也没有",
          },
          notes: "照前面学的，应该是“全部”。先让大家都有把握，再继续。",
        },
        reveal: {
          heading: "命中 {read, number} 个 Token",
          body: "服务从标记处往前查找条目，最多回溯 <b>{lookback, number} 个内容块</b>。条目与标记之间隔着 {pages, number} 个：发起调用的回答，以及除最后一个以外的全部结果。于是什么也没找到，重新写入 {written, number} 个 Token。",
          notes: "如果只有 {fewer, number} 个结果，就能命中 {fewerRead, number} 个：界线非常分明。",
        },
        blocks: {
          heading: "什么算一个内容块",
          body: "一段纯文本算一块，数组里每个部分算一块，一个工具结果算一块。超出 {lookback, number} 块的条目仍然有效，只是够不着。工具结果上可以放标记；但在 qwen-plus 上有人见过它在别处生效，请与 usage 对照。",
          notes:
            "一个回答里无论有几个调用都算一块，这是本工具对文档的理解：文档自己的例子按消息计数。qwen-plus 上的偏移出自一份公开报告。",
        },
        mend: {
          heading: "动手修复：搭一座桥",
          body: "在够得着条目的地方再放一个标记，最好放在上一个请求结束的位置。在标记方案里选择<b>系统消息 + 上次结尾 + 最后一条消息</b>。每个标记各自往前回溯。",
          acts: { bridge: "后续每个请求有三个标记：system 消息、上次结尾和最后一条消息。" },
          done: "完成：请求 3 命中 {mended, number} 个 Token，只写入新读的各页。",
          notes:
            "也有别的办法：在末尾之前约 18 块处搭桥，或者一次少调用几个工具。再标记 system 消息能减少损失，但不能全部命中。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "这是一千次这样的运行的费用。多几个标记不多花钱：写入的只是新增内容。标记方案规定<b>每个</b>请求的标记放在哪里；用这个方案，一次来多少结果都有桥可走。",
          notes: "四个标记用了三个。在公开的编程对话里，这三处的组合是所比较的方案中最便宜的。",
        },
      },
      bites: "一个支持 Qwen 的编程智能体，会在末尾之前约 18 块处放一个搭桥的标记。",
      link: "Wave Agent 的 issue 1261",
    },
  },
};
