/** The lesson of one message with two markers: from Qwen3.5 on a message has one end, and nothing is read up to its middle. */
import { rewrite } from "../acts";
import { costOf, perThousand, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { ask, LESSON_MODEL, playWith, readManual, writeBody } from "../scene-text";

const THINGS = [
  "motion sensor",
  "door contact",
  "indoor camera",
  "plug with meter",
  "hall lamp",
  "blind motor",
];
const COLOURS = ["white", "black", "grey", "oak", "sand"];

/** What is in stock, a line for each thing in each colour. @param edition another one has other numbers */
const listStock = (edition: number): string =>
  [
    `Stock list, edition ${edition}`,
    ...[1, 2, 3, 4, 5, 6].flatMap((shelf) =>
      THINGS.flatMap((thing, row) =>
        COLOURS.map(
          (colour, column) =>
            `${thing}, ${colour}, shelf ${shelf}: ${(edition * 7 + row * 5 + column * 3 + shelf) % 40} pieces`,
        ),
      ),
    ),
  ].join("\n");

const write = (model: string): string =>
  writeBody(
    [
      {
        role: "user",
        content: [
          { text: `Rules for the sales desk\n${readManual(0, 75)}`, marked: true },
          { text: listStock(41), marked: true },
        ],
      },
      { role: "assistant", content: "I have read the rules and the list." },
      { role: "user", content: "Which door contact can I have today?" },
    ],
    { model },
  );

const scene = (model: string): Scene => ({
  text: write(model),
  settings: playWith(
    {
      name: "A new stock list in the middle",
      duration: 4,
      reply: "The white one and the black one.",
      turns: [
        ask(60, "And which camera?", "The black one."),
        {
          ...ask(60, "And a lamp?", "The one in oak."),
          events: [{ kind: "switch-knowledge", text: listStock(42) }],
        },
        ask(60, "Good. Two of them, please.", "They are put aside for you."),
      ],
    },
    { model },
  ),
});

/** Where the rules' part ends and the list's begins, as the document writes it. */
const SEAM = `        },
        {
          "type": "text",
          "text": "Stock list`;
const SPLIT = `        }
      ]
    },
    {
      "role": "user",
      "content": [
        {
          "type": "text",
          "text": "Stock list`;

const OLDER = "qwen3-max";

export const twoInOneMessage: Lesson = {
  id: "two-in-one-message",
  scene: scene(LESSON_MODEL),
  others: { older: scene(OLDER) },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "editor" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 3,
      request: 3,
      question: {
        kind: "choice",
        choices: ["rules", "none", "all"],
        answer({ start }) {
          const { read, prompt } = rowOf(start, 3);
          return read === 0 ? "none" : read > prompt * 0.9 ? "all" : "rules";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 3, tab: "why", spot: { on: "outcome", request: 3 } },
    { id: "places", kind: "reveal", tab: "problems", spot: { on: "problems" } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "editor" },
      goal({ start, now, others }) {
        if (now.timeline.turns.length < 4) return false;
        const third = rowOf(now, 3);
        return (
          third.read >= (others.older?.rows[2]?.read ?? Number.POSITIVE_INFINITY) * 0.95 &&
          // The list still changes: else nothing is mended.
          third.written >= rowOf(start, 3).written * 0.4
        );
      },
      acts: [{ id: "split", act: rewrite(SEAM, SPLIT) }],
    },
    { id: "after", kind: "reveal", request: 3, spot: { on: "bill" } },
  ],
  figures({ start, now, others }) {
    const older = others.older?.rows[2];
    return {
      model: LESSON_MODEL,
      older: OLDER,
      rules: older?.read ?? 0,
      list: older?.written ?? 0,
      whole: rowOf(start, 2).read,
      read: rowOf(start, 3).read,
      written: rowOf(start, 3).written,
      mended: rowOf(now, 3).read,
      before: perThousand(costOf(start)),
      after: perThousand(costOf(now)),
    };
  },
  bites: { url: "https://github.com/kvyb/opentulpa/issues/111", asOf: "2026-11-21" },
  rule: "several-markers-in-message",
  text: {
    en: {
      title: "Two markers in one message",
      about:
        "From Qwen3.5 to Qwen3.8 a message has one end for the cache: what needs its own end needs its own message.",
      steps: {
        see: {
          heading: "One message, two parts, two markers",
          body: "A sales desk’s agent on <c>{model}</c>. Its first message has two parts: the rules, which stay for months, and a stock list, which is renewed every hour. Each part carries a marker.",
          notes:
            "Let the class find both markers in the editor. The plan behind them is good: rules first, list second, an end for each.",
        },
        predict: {
          heading: "A new stock list",
          body: "Request 2 has read all {whole, number} tokens of the message. Before request 3 the list is renewed. The rules in front of it are the same, word for word, with a marker at their end.",
          question: "What does request 3 read of this message?",
          choices: {
            rules: "The rules, up to the first marker",
            none: "Nothing",
            all: "Everything but the changed lines",
          },
          notes: "Whoever has done the lesson on layers says “the rules”. Ask which model it is.",
        },
        reveal: {
          heading: "It reads {read, number} tokens",
          body: "From Qwen3.5 to Qwen3.8 only a <b>message</b> has an end. Its two markers become one, at its last part, and nothing is read up to its middle. <c>{older}</c> keeps both ends: there request 3 reads {rules, number}.",
          notes:
            "Qwen4 goes by parts again. So the same body costs differently when only the model’s name is changed: worth knowing before a migration.",
        },
        places: {
          heading: "Where a marker counts at all",
          body: "On a <b>part</b> of a message’s <c>content</c>, as <c>cache_control</c> with the type <c>ephemeral</c>. Beside a string, in a library’s options or in another form it makes no entry. Where none takes effect, the implicit cache is lost as well, as far as documented.",
          notes:
            "No error comes back for any of these; only the usage tells. The page names each one as a problem. In this document it says what became of the first marker. Qwen4 knows another form of marker besides, and a ttl.",
        },
        mend: {
          heading: "Fix it: a message for each",
          body: "Give the stock list a user message of its own: close the first one behind the rules and open another before the list. Both markers stay where they are.",
          acts: { split: "The message becomes two: the rules, and the stock list." },
          done: "Done: request 3 reads {mended, number} tokens, and only what is new is written.",
          notes:
            "Changing the model to {older} in the document reaches the goal as well. Moving the rules into a system message does, too. Who does not like two user messages in a row puts a short answer between them.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "That is a thousand such conversations. Not one word was taken out. On these models think in <b>messages</b>: what changes at its own pace gets its own.",
          notes:
            "The share grows with the part that stays: here {rules, number} tokens stay and about {list, number} change.",
        },
      },
      bites: "In an assistant’s repository it is asked whether only the last marker ever matches on Qwen.",
      link: "OpenTulpa, issue 111",
    },
    zh: {
      title: "一条消息里的两个标记",
      about:
        "从 Qwen3.5 到 Qwen3.8，一条消息对缓存来说只有一个末尾：需要单独结束的内容，就要单独成为一条消息。",
      steps: {
        see: {
          heading: "一条消息，两个部分，两个标记",
          body: "一个销售智能体，模型是 <c>{model}</c>。第一条消息有两个部分：几个月不变的规则，和每小时更新的库存清单。两个部分各带一个标记。",
          notes: "请学员在编辑器里找到两个标记。思路没错：规则在前，清单在后，各有各的末尾。",
        },
        predict: {
          heading: "库存清单更新了",
          body: "请求 2 命中了这条消息的全部 {whole, number} 个 Token。请求 3 之前清单换了新的，前面的规则一字未改，末尾带着标记。",
          question: "请求 3 能命中这条消息的哪些内容？",
          choices: {
            rules: "规则，到第一个标记为止",
            none: "一点也没有",
            all: "除了变化的几行以外的全部",
          },
          notes: "学过“四层内容”的人会答“规则”。请他们看看这是哪个模型。",
        },
        reveal: {
          heading: "命中 {read, number} 个 Token",
          body: "从 Qwen3.5 到 Qwen3.8，只有<b>整条消息</b>才有末尾。两个标记合并成一个，落在最后一个部分上，不会有条目结束在消息中间。<c>{older}</c> 保留两个末尾，请求 3 在那里能命中 {rules, number} 个。",
          notes: "Qwen4 又按部分计算。同样的请求体只改一个模型名，费用就不同：迁移之前值得知道。",
        },
        places: {
          heading: "标记放在哪里才算数",
          body: "放在消息 <c>content</c> 的某个<b>部分</b>上，写成 <c>cache_control</c>，类型为 <c>ephemeral</c>。写在字符串旁边、写在库的选项里、换一种写法，都不会产生条目。按文档，如果一个都不生效，连隐式缓存也用不上。",
          notes:
            "这些情况都不会报错，只能从 usage 里看出来。页面会把每一种都列为问题；在这份文档里，它说明了第一个标记的去向。Qwen4 另有一种标记写法，还有 ttl。",
        },
        mend: {
          heading: "动手修复：各自成为一条消息",
          body: "让库存清单单独成为一条 user 消息：在规则之后结束第一条消息，在清单之前另起一条。两个标记都不用动。",
          acts: { split: "一条消息拆成两条：规则一条，库存清单一条。" },
          done: "完成：请求 3 命中 {mended, number} 个 Token，只写入新的内容。",
          notes:
            "在文档里把模型改成 {older} 也能达到目标，把规则移进 system 消息也行。不喜欢连续两条 user 消息的话，可以在中间加一句简短的回答。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "这是一千次这样的对话的费用，一个字也没有删。在这些模型上，请以<b>消息</b>为单位来考虑：变化节奏不同的内容，各用一条消息。",
          notes:
            "不变的部分越长，省得越多：这里有 {rules, number} 个 Token 不变，大约 {list, number} 个会变。",
        },
      },
      bites: "有一个助手项目在问：在 Qwen 上，是不是只有最后一个标记才会命中？",
      link: "OpenTulpa 的 issue 111",
    },
  },
};
