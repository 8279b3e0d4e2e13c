/** The lesson of tools chosen anew each turn: a short list that changes costs more than a long one that stays. */
import type { PlayEvent } from "../../timeline/play-event";
import { formatChange } from "../../values/figures";
import { replay } from "../acts";
import { costOf, perThousand, requestsReading, requestsReadingAll, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

const THINGS = ["device", "room", "scene", "rule", "member", "ticket", "order", "invoice", "visit", "part"];
const DEEDS = ["list", "read", "create", "change", "delete"];

const tool = (name: string, thing: string, deed: string) => ({
  type: "function",
  function: {
    name,
    description: `Can ${deed} a ${thing} of the customer.`,
    parameters: {
      type: "object",
      properties: {
        [thing]: { type: "string", description: `Name or number of the ${thing}` },
      },
      required: [thing],
    },
  },
});

/** All that the agent's servers offer. */
const ALL = [
  tool("search_manual", "paragraph", "search"),
  ...THINGS.flatMap((thing) => DEEDS.map((deed) => tool(`${deed}_${thing}`, thing, deed))),
];

/** What the turns call, in order: the router gives each turn its tool, and two more that sound like it. */
const TURNS = ["read_device", "create_ticket", "read_order", "create_visit"] as const;

const pick = (names: readonly string[]) => ALL.filter((each) => names.includes(each.function.name));

/** The three tools of a turn: of its thing, the one that is called and those beside it. */
const routedTo = (name: string): readonly string[] => {
  const place = ALL.findIndex((each) => each.function.name === name);
  return ALL.slice(place - 1, place + 2).map((each) => each.function.name);
};

const write = (tools: readonly unknown[]): string =>
  writeBody(
    [
      {
        role: "system",
        content: [{ text: readManual(0, 150), marked: true }],
      },
      {
        role: "user",
        content: [{ text: "The blind in the kitchen stopped half way. What can I do?", marked: true }],
      },
    ],
    { tools },
  );

/** Takes out what the turn does not need, and puts in what it does. */
const route = (before: readonly string[], after: readonly string[]): readonly PlayEvent[] => [
  ...before.filter((name) => !after.includes(name)).map((name) => ({ kind: "remove-tool", name }) as const),
  ...pick(after)
    .filter(({ function: { name } }) => !before.includes(name))
    .map((each): PlayEvent => {
      return { kind: "add-tool", name: each.function.name, definition: JSON.stringify(each) };
    }),
];

const TALK = [
  ["Nothing is in its way.", "Its log says that the motor was too warm. It is ready again."],
  ["It stopped once more just now.", "I have opened a ticket: its gears may be worn."],
  ["Have you sent the part already?", "Yes, it was sent this morning and comes on Monday."],
  ["Can somebody put it in?", "An installer comes on Tuesday at nine."],
] as const;

/** @param isRouted whether each turn has tools of its own */
function scene(tools: readonly unknown[], isRouted: boolean): Scene {
  const lists = TURNS.map(routedTo);
  const settings = playWith({
    name: "Five questions, a tool for each",
    duration: 4,
    reply: "Take away what is in its way, then move it once to both ends.",
    turns: TALK.map(([user, reply], index) => {
      const events = isRouted && index > 0 ? route(lists[index - 1] ?? [], lists[index] ?? []) : [];
      const name = TURNS[index] ?? "";
      const calls = [{ name, arguments: `{"${name.split("_")[1]}": "7"}`, result: "", resultTokens: 60 }];
      return {
        ...ask(45, user, reply),
        rounds: [{ gap: 6, calls }],
        ...(events.length > 0 && { events }),
      };
    }),
  });
  // Thinking that the history keeps is no change of its own.
  const text = write(tools).replace(
    '"enable_thinking": false',
    '"enable_thinking": true,\n  "preserve_thinking": true',
  );
  return { text, settings };
}

/** The request before which the list becomes another one for the first time, from 1. */
const ROUTED = 4;

export const toolsRouted: Lesson = {
  id: "tools-routed",
  scene: scene(pick(routedTo(TURNS[0])), true),
  others: { all: scene(ALL, false), few: scene(pick(TURNS), false) },
  steps: [
    { id: "see", kind: "see", request: 3, spot: { on: "request", request: ROUTED } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: ROUTED,
      request: ROUTED,
      question: {
        kind: "choice",
        choices: ["less", "same", "more"],
        answer({ start, others }) {
          const ratio = costOf(start) / (others.all?.totals.cost ?? 1);
          return ratio > 1.05 ? "more" : ratio < 0.95 ? "less" : "same";
        },
      },
    },
    { id: "reveal", kind: "reveal", tab: "why", request: ROUTED, spot: { on: "outcome", request: ROUTED } },
    {
      id: "mend",
      kind: "mend",
      sheet: "edit",
      request: ROUTED,
      goal: ({ start, now }) =>
        now.timeline.turns.length >= start.timeline.turns.length &&
        now.request.toolCount >= TURNS.length &&
        requestsReadingAll(now).length >= now.timeline.turns.length - 1,
      acts: [
        { id: "few", act: (played) => ({ ...played, text: scene(pick(TURNS), false).text }) },
        {
          id: "calm",
          act: replay((scenario) => ({
            ...scenario,
            turns: scenario.turns.map(({ events: _, ...turn }) => turn),
          })),
        },
      ],
    },
    { id: "after", kind: "reveal", request: ROUTED, spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const routed = costOf(start);
    const all = others.all?.totals.cost ?? Number.NaN;
    const few = others.few?.totals.cost ?? Number.NaN;
    return {
      all: ALL.length,
      routed: routedTo(TURNS[0]).length,
      called: TURNS.length,
      requests: start.timeline.turns.length,
      shorter: (others.all?.rows[ROUTED - 1]?.prompt ?? 0) - rowOf(start, ROUTED).prompt,
      read: rowOf(start, ROUTED).read,
      written: rowOf(start, ROUTED).written,
      allRead: others.all?.rows[ROUTED - 1]?.read ?? 0,
      hits: requestsReading(now, 1).length,
      tools: now.request.toolCount,
      routedCost: perThousand(routed),
      allCost: perThousand(all),
      fewCost: perThousand(few),
      more: formatChange(routed / all - 1),
      change: formatChange(few / all - 1),
    };
  },
  bites: { url: "https://www.orqen.app/blog/context-caching-llm-costs/", asOf: "2026-11-21" },
  rule: "tools-unstable",
  text: {
    en: {
      title: "Tools by relevance",
      about: "A short list of tools that changes each turn costs more than a long one that stays.",
      steps: {
        see: {
          heading: "{all} tools are too many",
          body: "An agent could be offered {all} tools. Someone has put a router in front: before each question it picks the {routed} that fit best. Within a turn the list stays, so requests 2 and 3 read well. Before request 4 it becomes another one.",
          notes:
            "Fewer tools also help the model to choose the right one. That is a good reason to offer fewer; the question here is what it costs to offer others each time.",
        },
        predict: {
          heading: "{routed} tools instead of {all}",
          body: "Each request is about {shorter, number} tokens shorter than with all {all}. In exchange the list is another one with every question.",
          question: "Compared with all {all} tools in every request, what does the router’s way cost?",
          choices: {
            less: "Less: it sends far fewer tokens",
            same: "About the same",
            more: "More",
          },
          notes: "Nearly everybody says “less”. Ask what stands behind the tools in the prompt.",
        },
        reveal: {
          heading: "It costs more: {more}",
          body: "Tools stand at the very front. With another list request 4 reads {read, number} tokens and writes {written, number}: the manual and the whole talk again. With all {all} tools it would have read {allRead, number}, at a tenth of the price.",
          notes:
            "A long list that is read costs a tenth of itself. A short list that changes costs itself, and everything behind it, at 125 %.",
        },
        mend: {
          heading: "Fix it: a few, and always the same",
          body: "This agent calls {called} tools in all. Offer these {called} from the start, and leave the list alone: put them into the document, and take the changes out in “Edit turns”.",
          acts: {
            few: "The document offers the {called} tools that are called anywhere.",
            calm: "The list no longer changes.",
          },
          done: "Done: {tools, plural, one {# tool} other {# tools}} throughout, and {hits, plural, one {# request reads} other {# requests read}} from the cache.",
          notes:
            "With the list of request 1 alone, later calls would name tools that were never offered. In the playground, “Savings” works out these lists for your own agent.",
        },
        after: {
          heading: "{routedCost} routed, {allCost} with all, {fewCost} with a stable few",
          body: "That is a thousand such conversations. Choose tools <b>once a conversation</b>, not once a question: against all {all} that is {change}. Who needs one more later adds it at the end and pays once.",
          notes:
            "Which tools a conversation will need is not always known beforehand. One tool that searches for the others is a way out: its list stays, and what it finds comes as a result, behind everything else.",
        },
      },
      bites: "A gateway’s makers on how tool routing breaks caching by accident: 51 tools, then 3.",
      link: "Orqen, on caching and costs",
    },
    zh: {
      title: "按相关性挑选工具",
      about: "工具列表再短，每轮都换，也比不变的长列表贵。",
      steps: {
        see: {
          heading: "{all} 个工具太多了",
          body: "一个智能体共有 {all} 个工具可用。有人在前面加了一层路由：每次提问之前，挑出最合适的 {routed} 个。同一轮里列表不变，所以请求 2 和 3 命中得很好。到请求 4 之前，列表换了。",
          notes:
            "工具少一些，模型也更容易选对，这是减少工具的好理由。这里要问的是：每次都换一批，代价是多少。",
        },
        predict: {
          heading: "{routed} 个工具，而不是 {all} 个",
          body: "与带上全部 {all} 个工具相比，每个请求大约短 {shorter, number} 个 Token。代价是每次提问列表都不一样。",
          question: "与每个请求都带全部 {all} 个工具相比，按路由挑选的费用如何？",
          choices: {
            less: "更少：发送的 Token 少得多",
            same: "差不多",
            more: "更多",
          },
          notes: "几乎所有人都会选“更少”。问问大家：提示词里，工具后面还有什么？",
        },
        reveal: {
          heading: "反而更贵：{more}",
          body: "工具在提示词的最前面。列表一换，请求 4 命中 {read, number} 个 Token，写入 {written, number} 个：手册和整段对话都要重来。带着全部 {all} 个工具，本来可以命中 {allRead, number} 个，只付十分之一。",
          notes: "长列表只要命中，只付十分之一的价钱。短列表一变，它自己和后面的全部内容都按 125% 付费。",
        },
        mend: {
          heading: "动手修复：少而不变",
          body: "这个智能体一共只调用 {called} 个工具。从一开始就提供这 {called} 个，之后不再改动：把它们写进文档，再到“编辑轮次”里去掉变化。",
          acts: {
            few: "文档提供对话中会调用的 {called} 个工具。",
            calm: "列表不再变化。",
          },
          done: "完成：始终是 {tools} 个工具，{hits} 个请求命中缓存。",
          notes:
            "如果只留请求 1 的列表，后面调用的工具就从来没有提供过。在 Playground 里，“节省”会为你自己的智能体算出这样的列表。",
        },
        after: {
          heading: "路由挑选 {routedCost}，全部工具 {allCost}，固定几个 {fewCost}",
          body: "这是一千次这样的对话的费用。工具应当<b>每段对话选一次</b>，而不是每个问题选一次：与全部 {all} 个相比，费用变化 {change}。之后还需要的，加在列表末尾，只多付一次。",
          notes:
            "一段对话会用到哪些工具，不一定事先知道。可以只提供一个用来查找其他工具的工具：列表不变，找到的内容作为结果排在最后。",
        },
      },
      bites: "一家网关的开发者谈工具路由如何无意中破坏缓存：先是 51 个工具，接着变成 3 个。",
      link: "Orqen 关于缓存与费用的文章",
    },
  },
};
