/** The last lesson: which of several problems costs most, and then the same for a request of one's own. */
import type { Turn } from "../../timeline/scenario";
import { formatChange } from "../../values/figures";
import { remark } from "../acts";
import { costOf, percentOf, perThousand, requestsReading, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { playWith, readManual, writeBody } from "../scene-text";

/** Made of pieces, so that scanners of source code do not take it for a real one. */
const KEY = ["sk", "7c1e9a40b25d83f6a0e4c9d2b7f81536"].join("-");

const TICKETS = [
  "The sensor in the hall reacts only every second time. It stands far from the hub.",
  "The blind in the kitchen stops half way. Nothing is in its way.",
  "The app asks for a code that nobody has sent me.",
  "After the power cut two lamps no longer answer.",
  "I cannot invite my son as a member of the home.",
] as const;

const sort = (ticket: string): string => `Ticket: ${ticket}`;

interface Problems {
  readonly model: string;
  /** What stands at the end of the system text. */
  readonly key: string;
  readonly isTicketMarked: boolean;
}

/** Tickets that are sorted one after another: the same long system text, another ticket each time. */
function scene({ model, key, isTicketMarked }: Problems): Scene {
  const system = `You sort tickets into one of six queues. Answer with the queue alone.\n\n${readManual(0, 120)}\n\n${key}`;
  const text = writeBody(
    [
      { role: "system", content: [{ text: system, marked: !isTicketMarked }] },
      { role: "user", content: [{ text: sort(TICKETS[0]), marked: isTicketMarked }] },
    ],
    { model },
  );
  const turns = TICKETS.slice(1).map((ticket): Turn => {
    return { mode: "replace", gap: 20, user: sort(ticket), reply: "Devices" };
  });
  return { text, settings: playWith({ name: "Five tickets", duration: 2, reply: "Devices", turns }) };
}

const ALL: Problems = {
  model: "dashscope/qwen3.7-max",
  key: `Ticket service: POST /tickets, key ${KEY}`,
  isTicketMarked: true,
};

const CHOICES = ["marker", "key", "name"] as const;

export const yourRequest: Lesson = {
  id: "your-request",
  scene: scene(ALL),
  others: {
    marker: scene({ ...ALL, isTicketMarked: false }),
    key: scene({ ...ALL, key: "Ticket service: POST /tickets" }),
    name: scene({ ...ALL, model: "qwen3.7-max" }),
  },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "editor" } },
    {
      id: "predict",
      kind: "predict",
      editor: true,
      coverFrom: 2,
      question: {
        kind: "choice",
        choices: CHOICES,
        answer({ others }) {
          const costOfMended = (id: string) => others[id]?.totals.cost ?? Number.POSITIVE_INFINITY;
          return CHOICES.reduce((best, id) => (costOfMended(id) < costOfMended(best) ? id : best));
        },
      },
    },
    { id: "reveal", kind: "reveal", tab: "problems", request: 2, spot: { on: "problems" } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "marker" },
      goal: ({ start, now }) =>
        now.timeline.turns.length >= start.timeline.turns.length &&
        requestsReading(now, rowOf(start, 1).prompt * 0.9).length >= now.timeline.turns.length - 1,
      acts: [{ id: "move", act: remark(0, "/messages/0") }],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
    { id: "paste", kind: "reveal", card: { shows: "paste" } },
    { id: "yours", kind: "reveal", tab: "problems", card: { shows: "lessons" }, spot: { on: "problems" } },
  ],
  figures({ start, now, others }) {
    // Once something is pasted, it may be any document.
    const { turns, totals } = now.timeline;
    const { cost } = totals;
    const second = turns[1]?.ledger;
    const saved = (id: string) => formatChange((others[id]?.totals.cost ?? Number.NaN) / costOf(start) - 1);
    return {
      requests: start.timeline.turns.length,
      prompt: rowOf(start, 1).prompt,
      written: rowOf(start, 2).written,
      marker: saved("marker"),
      key: saved("key"),
      name: saved("name"),
      share: percentOf(second ? second.read / second.prompt : 0),
      hits: requestsReading(now, 1).length,
      before: perThousand(costOf(start)),
      after: perThousand(cost),
      change: formatChange((cost ?? 0) / costOf(start) - 1),
    };
  },
  bites: { url: "https://github.com/CherryHQ/cherry-studio/issues/15798", asOf: "2026-11-21" },
  rule: "marker-on-changing-tail",
  text: {
    en: {
      title: "Your own request",
      about: "A request seldom has one problem alone: find the one that costs, and then look at yours.",
      steps: {
        see: {
          heading: "Three problems in one request",
          body: "A program sorts tickets: a long text with the rules, then one ticket, {requests} of them in a row. The page finds three things: a <b>key</b> in the text, a <b>model name</b> with a gateway’s prefix, a <b>marker</b> on the ticket.",
          notes:
            "This is what real requests look like: no single grave fault, several small ones. Let the class read all three before going on.",
        },
        predict: {
          heading: "Which one first?",
          body: "All three are worth mending. But one of them decides what the tickets cost, and the other two do not.",
          question: "Which one, mended alone, takes most off the bill?",
          choices: {
            marker: "The marker on the ticket",
            key: "The key in the text",
            name: "The model’s name",
          },
          notes: "Many say “the key”, because it is the most alarming one. It is; but not in money.",
        },
        reveal: {
          heading: "The marker: {marker}",
          body: "The entry ends behind the ticket, which no other request has: each writes {written, number} tokens for nobody. Without the <b>key</b> the bill changes by {key}, with the plain <b>name</b> by {name}. A misspelt model or a <b>broken request</b> may be refused; that costs the answer, not money.",
          notes:
            "A key is no matter of money: the model may repeat it. Three kinds of problems: what the service refuses, what is dear, what is only untidy. Mend refusals first, then what is dear. A key that was sent has to be replaced, whatever it costs.",
        },
        mend: {
          heading: "Fix it: mark what stays",
          body: "The rules are the same for every ticket. Move the marker from the ticket to the end of the system text: drag it on the map, or take the page’s own mend in the list of problems.",
          acts: { move: "The marker goes to the end of the system text." },
          done: "Done: {hits, plural, one {# request reads} other {# requests read}} the rules from the cache.",
          notes: "While you are at it: take the key out, and write the model’s plain name.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "That is a thousand times these tickets: {change}, by one marker in another place. {share} % of each prompt is read now. That is the way to go: the worst problem first, then look again.",
          notes:
            "After the worst is mended, the order of the rest may be another one. So look again, rather than work through a list.",
        },
        paste: {
          heading: "Now yours",
          body: "Paste a request of your own: a body, a cURL command, a log of several. It stays in this browser and is sent nowhere. Whoever has none at hand goes on with this one.",
          notes:
            "Keys are struck out before anything is shared. For a class: have one ready that may be shown, with the texts removed and their sizes kept.",
        },
        yours: {
          heading: "The lessons that fit",
          body: "These are the lessons for what the page has found, the most costly first. Each opens at the step that explains it, and leads back here. None left? Then the page has found nothing to mend.",
          notes:
            "With the scene of this lesson the list shows what is left of the three. A list by cost needs several requests: with one alone nothing can be read yet.",
        },
      },
      bites:
        "A report lists three things at once that work against the cache of a desktop client, at 30 to 40 % hits.",
      link: "Cherry Studio, issue 15798",
    },
    zh: {
      title: "你自己的请求",
      about: "一个请求的问题往往不止一个：先找出最费钱的，再看看你自己的。",
      steps: {
        see: {
          heading: "一个请求，三个问题",
          body: "程序给工单分类：一段很长的规则，加一张工单，接连 {requests} 张。页面发现三处：文本里有一个<b>密钥</b>，<b>模型名</b>带着网关的前缀，<b>标记</b>放在工单上。",
          notes: "真实的请求就是这样：没有哪个问题特别严重，但小问题有好几个。先让大家把三处都读一遍。",
        },
        predict: {
          heading: "先修哪一个？",
          body: "三个都值得修。但决定费用的只有一个，另外两个影响不大。",
          question: "只修一个，修哪个省得最多？",
          choices: {
            marker: "工单上的标记",
            key: "文本里的密钥",
            name: "模型名",
          },
          notes: "很多人选“密钥”，因为它最吓人。确实吓人，但不是钱的问题。",
        },
        reveal: {
          heading: "标记：{marker}",
          body: "条目到工单末尾为止，而别的请求没有这张工单：每个请求写入 {written, number} 个 Token，谁也用不上。去掉<b>密钥</b>，费用变化 {key}；写成<b>原名</b>，变化 {name}。模型名写错或<b>请求写坏</b>，服务可能拒绝：丢的是回答，不是钱。",
          notes:
            "密钥不是钱的问题：模型可能把它说出来。问题分三类：服务会拒绝的，费钱的，只是不整齐的。先修会被拒绝的，再修费钱的。发送过的密钥无论如何都要更换。",
        },
        mend: {
          heading: "动手修复：标记不变的部分",
          body: "每张工单用的规则都一样。把标记从工单移到系统文本末尾：在缓存图上拖动，或者在问题列表里采用页面给出的修复。",
          acts: { move: "标记移到系统文本末尾。" },
          done: "完成：{hits} 个请求从缓存命中规则。",
          notes: "顺手把密钥去掉，模型名也写成原名。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "这样一批工单重复一千遍：只是换了一个标记的位置，费用变化 {change}。现在每个提示词的 {share}% 都能命中。方法就是：先修最严重的，然后重新看一遍。",
          notes: "修好最严重的之后，其余的轻重次序可能会变。所以要重新看，而不是照着清单一路修下去。",
        },
        paste: {
          heading: "现在看你的",
          body: "粘贴一个你自己的请求：请求体、cURL 命令，或者有多个请求的日志。内容只留在这个浏览器里，不会发送到任何地方。手边没有，就用这一个继续。",
          notes: "分享之前，密钥都会被抹去。上课时，请事先准备一个可以公开的请求：去掉文字，只保留长度。",
        },
        yours: {
          heading: "适合你的课",
          body: "这些课对应页面发现的问题，最费钱的在前。每一课都从讲解它的那一步打开，看完可以回到这里。一课也没有？说明页面没有发现要修复的问题。",
          notes:
            "用本课自己的例子，列表里是三个问题中剩下的。要按费用排序，需要有多个请求：只有一个请求时，还没有可以命中的内容。",
        },
      },
      bites: "一份报告列出同时损害某桌面客户端缓存的三个原因，命中率只有 30% 到 40%。",
      link: "Cherry Studio 的 issue 15798",
    },
  },
};
