/** The lesson of tools: they stand at the very front, so another order, or one tool more, is another beginning. */
import { formatChange } from "../../values/figures";
import { dropEvents } from "../acts";
import { costOf, perThousand, requestsReading, rowOf } from "../facts";
import type { Lesson } from "../lesson";
import { ask, playWith, readManual, writeBody, writeTool } from "../scene-text";

const tools = [
  writeTool("search_manual", "Finds the paragraphs of the manual that answer a question.", {
    question: "The question in the customer's words",
    chapter: "Only this chapter, by its title",
  }),
  writeTool("read_device_log", "Reads the controller's log of one device, newest line first.", {
    device: "Name of the device as the app shows it",
    since: "First moment, as 2026-11-24 09:30",
  }),
  writeTool("open_ticket", "Opens a ticket with the customer's words and what was tried so far.", {
    subject: "One line",
    description: "What happened, in order",
  }),
  writeTool("order_part", "Orders a spare part and gives the day it arrives.", {
    part: "Number of the part",
    address: "Where it is sent",
  }),
  writeTool("book_visit", "Books a visit of an installer.", {
    address: "Where the installer goes",
    day: "The day the customer prefers",
  }),
];

const text = writeBody(
  [
    { role: "system", content: [{ text: readManual(0, 160), marked: true }] },
    { role: "user", content: "The blind in the kitchen stopped half way. What can I do?" },
  ],
  { tools },
);

const settings = playWith({
  name: "Five requests with tools",
  duration: 4,
  reply: "Take away what is in its way, then move it once to both ends.",
  turns: [
    ask(40, "Nothing is in its way.", "Then its motor was too warm. Wait ten minutes."),
    {
      ...ask(45, "It moves again. Is it under warranty?", "Yes, for two years from the day you bought it."),
      events: [{ kind: "shuffle-tools", seed: 3 }],
    },
    ask(40, "Good. Can it close at sunset?", "Yes: add a rule with the sun as its start."),
    {
      ...ask(50, "Done. Can somebody look at it on Monday?", "I can book a visit for you. Which address?"),
      events: [{ kind: "add-tool", name: "check_calendar" }],
    },
  ],
});

export const shuffledTools: Lesson = {
  id: "shuffled-tools",
  scene: { text, settings },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "editor" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 3,
      request: 3,
      question: {
        kind: "choice",
        choices: ["all", "some", "none"],
        answer({ start }) {
          const { read } = rowOf(start, 3);
          return read === 0 ? "none" : read < rowOf(start, 2).read ? "some" : "all";
        },
      },
    },
    { id: "reveal", kind: "reveal", tab: "why", request: 3, spot: { on: "outcome", request: 3 } },
    { id: "more", kind: "reveal", request: 5, spot: { on: "outcome", request: 5 } },
    {
      id: "mend",
      kind: "mend",
      sheet: "edit",
      goal: ({ now, start }) =>
        now.timeline.turns.length >= 5 &&
        now.timeline.turns.slice(1).every(({ ledger }) => ledger.read >= rowOf(start, 1).written * 0.9),
      acts: [
        { id: "order", act: dropEvents(1) },
        { id: "list", act: dropEvents(3) },
      ],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures({ start, now }) {
    return {
      tools: start.request.toolTokens,
      held: rowOf(start, 2).read,
      read: rowOf(start, 3).read,
      readMore: rowOf(start, 5).read,
      hits: requestsReading(now, 1).length,
      before: perThousand(costOf(start)),
      after: perThousand(costOf(now)),
      change: formatChange(costOf(now) / costOf(start) - 1),
    };
  },
  bites: { url: "https://github.com/can1357/oh-my-pi/issues/890", asOf: "2026-11-21" },
  rule: "tools-unstable",
  text: {
    en: {
      title: "Shuffled tools",
      about:
        "Tools stand at the very front of a prompt: another order, or one tool more, and nothing is read.",
      steps: {
        see: {
          heading: "An agent with five tools",
          body: "The tools stand in a list of their own, away from the messages, and take {tools, number} tokens. The end of the system text is marked. Before request 3 the program builds the list anew: the same tools in another order.",
          notes:
            "Lists come out in another order when they are kept in a set, or when several servers are asked and the fastest comes first. Nobody writes such a program on purpose.",
        },
        predict: {
          heading: "The same five tools",
          body: "No tool has changed, none is missing. The model can do exactly what it could before. Request 2 has just read {held, number} tokens: the tools and the system text.",
          question: "What does request 3 read?",
          choices: {
            all: "The same again: these are the same tools",
            some: "The system text, but not the tools",
            none: "Nothing",
          },
          notes:
            "In JSON the tools may well stand behind the messages. Do not say yet where the model sees them.",
        },
        reveal: {
          heading: "It reads {read, number} tokens",
          body: "The chat <b>template</b> makes one text of a request, <b>segment</b> by segment: tools first, then the system text, the messages, and a short <b>tail</b>. So the tools are its very beginning. A <b>canonical order</b>, always the same one, keeps that stable.",
          notes:
            "Request 4 reads again, since the new order stayed. The tail is what the template puts behind the last message, so that the model begins its answer; no marker reaches it.",
        },
        more: {
          heading: "One tool more, at the end of the list",
          body: "Before request 5 a tool is added behind all others. The tools in front of it still match. But the entry reaches to the end of the system text, and the new tool stands before that. Request 5 reads {readMore, number} tokens.",
          notes:
            "A prefix is read up to where an entry ends, never to the middle of one. A tool less, a reworded description or fields in another order do the same.",
        },
        mend: {
          heading: "Fix it: one list for the whole conversation",
          body: "Put the list together once, in a fixed order, and leave it alone until the conversation ends. In “Edit turns”, take out both changes of the tools.",
          acts: {
            order: "The tools keep their order.",
            list: "The new tool waits for the next conversation.",
          },
          done: "Done: {hits, plural, one {# request reads} other {# requests read}} the tools and the system text.",
          notes:
            "If a tool will be needed, have it in the list from the start: reading its tokens is cheap, writing everything anew is not.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "That is a thousand such conversations: {change}, with the same tools and the same answers. Sort the list by name wherever it is built, and connect servers before the conversation begins.",
          notes: "How many tools a prompt should hold at all is another lesson.",
        },
      },
      bites: "A coding agent whose tools changed on the way: 12 % of its requests missed.",
      link: "oh-my-pi, issue 890",
    },
    zh: {
      title: "打乱的工具",
      about: "工具位于提示词的最前面：换个顺序，或者多一个工具，就什么也命中不了。",
      steps: {
        see: {
          heading: "带五个工具的智能体",
          body: "工具单独列在消息之外，共 {tools, number} 个 Token。系统文本末尾有标记。请求 3 之前，程序重新生成了工具列表：工具没变，顺序变了。",
          notes: "用集合存放工具，或者同时询问几台服务器、谁先答谁排前面，顺序都会变。没有人是故意这样写的。",
        },
        predict: {
          heading: "还是那五个工具",
          body: "没有一个工具改过，也没有少一个，模型能做的事和之前完全一样。请求 2 刚刚命中 {held, number} 个 Token：工具和系统文本。",
          question: "请求 3 能命中什么？",
          choices: {
            all: "和刚才一样：工具是相同的",
            some: "系统文本，但不包括工具",
            none: "什么也没有",
          },
          notes: "在 JSON 里，工具完全可以写在消息后面。先不要说出模型在哪里读到它们。",
        },
        reveal: {
          heading: "命中 {read, number} 个 Token",
          body: "<b>对话模板</b>把请求按<b>片段</b>拼成一段文本：先是工具，再是系统文本和各条消息，最后是一小段<b>尾部</b>。工具就是最开头。采用始终不变的<b>规范顺序</b>，开头才稳定。",
          notes:
            "请求 4 又命中了，因为新的顺序没有再变。尾部是模板加在最后一条消息之后、让模型开始作答的几个 Token，标记覆盖不到。",
        },
        more: {
          heading: "列表末尾多了一个工具",
          body: "请求 5 之前，列表最后新增了一个工具。它前面的工具仍然相同，但缓存条目一直延伸到系统文本末尾，而新工具排在系统文本之前。请求 5 命中 {readMore, number} 个 Token。",
          notes:
            "命中只能到条目结束的位置，不能停在条目中间。少一个工具、改一句描述、字段换个顺序，结果都一样。",
        },
        mend: {
          heading: "动手修复：整段对话用同一份列表",
          body: "列表按固定顺序生成一次，直到对话结束都不再改动。在“编辑轮次”里去掉两处工具变化。",
          acts: {
            order: "工具保持原来的顺序。",
            list: "新工具留到下一段对话再用。",
          },
          done: "完成：有 {hits, number} 个请求命中工具和系统文本。",
          notes: "如果某个工具迟早要用，不妨一开始就放进列表：命中它的 Token 很便宜，全部重新创建缓存才贵。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "这是一千次这样的对话的费用，变化 {change}；工具没变，回答也没变。无论在哪里生成列表，都按名称排序；要连接的服务器，在对话开始之前就连好。",
          notes: "提示词里究竟该放多少工具，另有一课。",
        },
      },
      bites: "一个编程智能体的工具在中途发生变化，12% 的请求未命中。",
      link: "oh-my-pi 的 issue 890",
    },
  },
};
