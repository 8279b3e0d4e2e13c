/** The lesson of layers: tools and persona, knowledge, conversation change at different times, so each ends in a marker. */
import { markAt } from "../acts";
import { costOf, perThousand, rowOf } from "../facts";
import type { Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, type SceneMessage, writeBody, writeTool } from "../scene-text";

const tools = [
  writeTool("read_device_log", "Reads the controller's log of one device, newest line first.", {
    device: "Name of the device as the app shows it",
  }),
  writeTool("open_ticket", "Opens a ticket with the customer's words and what was tried so far.", {
    subject: "One line",
  }),
];

const KNOWLEDGE = readManual(110, 260);

const message = (role: "system" | "user", text: string, marked: boolean): SceneMessage => ({
  role,
  content: marked ? [{ text, marked }] : text,
});

/** @param marked which layers end in a marker: persona with the tools, knowledge, the newest question */
const scene = (marked: { persona?: boolean; knowledge?: boolean; newest?: boolean }): Scene => ({
  text: writeBody(
    [
      message("system", readManual(0, 90), marked.persona ?? false),
      message("user", KNOWLEDGE, marked.knowledge ?? false),
      { role: "assistant", content: "I have read the knowledge base." },
      message("user", "How far may a sensor stand from the controller?", marked.newest ?? false),
    ],
    { tools },
  ),
  settings: playWith({
    name: "Three callers, one of them asks on",
    duration: 4,
    reply: "Ten metres indoors, less with reinforced walls between them.",
    turns: [
      { mode: "replace", gap: 40, user: "May a sensor stand outdoors?", reply: "Only under a roof." },
      {
        ...ask(40, "How far may the camera stand?", readManual(300, 312)),
        mode: "replace",
        events: [{ kind: "switch-knowledge", text: `Edition of November\n${KNOWLEDGE}` }],
      },
      ask(40, "Does it need a cable?", readManual(312, 324)),
      ask(40, "And which plug?", "The flat one that comes with it."),
    ],
  }),
});

const ALL = { persona: true, knowledge: true, newest: true };

export const fourLayers: Lesson = {
  id: "four-layers",
  scene: scene({ newest: true }),
  others: {
    all: scene(ALL),
    noPersona: scene({ ...ALL, persona: false }),
    noKnowledge: scene({ ...ALL, knowledge: false }),
    noNewest: scene({ ...ALL, newest: false }),
  },
  steps: [
    { id: "see", kind: "see", spot: { on: "request", request: 1 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 2,
      request: 2,
      question: {
        kind: "choice",
        choices: ["both", "persona", "none"],
        answer({ start, others }) {
          const { read } = rowOf(start, 2);
          return read === 0 ? "none" : read < (others.all?.rows[1]?.read ?? 0) ? "persona" : "both";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 2, tab: "why", spot: { on: "outcome", request: 2 } },
    { id: "rules", kind: "reveal", spot: { on: "marker" } },
    {
      id: "mend",
      kind: "mend",
      editor: true,
      spot: { on: "marker" },
      goal({ now, others }) {
        const [, other, renewed] = others.all?.rows ?? [];
        if (!other || !renewed || now.timeline.turns.length < 5) return false;
        const third = rowOf(now, 3);
        return (
          rowOf(now, 2).read >= other.read * 0.95 &&
          third.read >= renewed.read * 0.95 &&
          // The knowledge still changes: who leaves the change out has not mended anything.
          third.read + third.written >= renewed.prompt * 0.9 &&
          third.written >= renewed.written * 0.9 &&
          rowOf(now, 5).read >= rowOf(now, 4).prompt * 0.95
        );
      },
      acts: [
        { id: "persona", act: markAt("/messages/0") },
        { id: "knowledge", act: markAt("/messages/1") },
      ],
    },
    { id: "after", kind: "reveal", spot: { on: "bill" } },
  ],
  figures({ start, others }) {
    const { all, noPersona, noKnowledge, noNewest } = others;
    const cost = all?.totals.cost ?? 0;
    const worth = (without: number | null | undefined) => perThousand((without ?? 0) - cost);
    const persona = all?.rows[2]?.read ?? 0;
    const known = all?.rows[1]?.read ?? 0;
    return {
      persona,
      knowledge: known - persona,
      known,
      prompt: rowOf(start, 2).prompt,
      read: rowOf(start, 2).read,
      most: start.request.maxMarkers,
      before: perThousand(costOf(start)),
      after: perThousand(cost),
      personaWorth: worth(noPersona?.totals.cost),
      knowledgeWorth: worth(noKnowledge?.totals.cost),
      newestWorth: worth(noNewest?.totals.cost),
    };
  },
  bites: { url: "https://github.com/agentscope-ai/agentscope-java/issues/1363", asOf: "2026-11-21" },
  rule: "marker-on-changing-tail",
  text: {
    en: {
      title: "Four layers, three markers",
      about:
        "Tools and persona, knowledge and conversation change at different times: what each marker is worth.",
      steps: {
        see: {
          heading: "Four layers, one marker",
          body: "A hotline’s agent: tools and persona ({persona, number} tokens), then the knowledge ({knowledge, number}), then the caller’s conversation. Only the newest question is marked. What changes least stands first, and that is right.",
          notes:
            "Have the class name the layers and say how often each changes: tools with a release, the persona monthly, the knowledge daily, the conversation with every call.",
        },
        predict: {
          heading: "Another caller",
          body: "Request 2 comes from somebody else, {prompt, number} tokens long. Tools, persona and knowledge are the same; the question is another.",
          question: "How much does request 2 read?",
          choices: {
            both: "Tools, persona and knowledge",
            persona: "Tools and persona",
            none: "Nothing",
          },
          notes: "Ask where the one entry ends that request 1 has left. The marker answers it.",
        },
        reveal: {
          heading: "It reads {read, number} tokens",
          body: "A marker makes <b>one</b> entry, from the first token to its own place. Request 1 left an entry that ends behind its question. Request 2 asks otherwise, so that entry is not its beginning, although {known, number} tokens agree.",
          notes:
            "“But the beginning is the same” is the right objection. It is; only no entry ends where the two still agree.",
        },
        rules: {
          heading: "Where an entry may end",
          body: "A marker is a wish, a <b>breakpoint</b> the end it really gets. Tools and all system messages are one segment with one end: a marker on a tool, or on an earlier system message, does nothing. {most, plural, other {Of more than # markers the last # count}}.",
          notes:
            "No error comes back where the wish is ignored. From Qwen3.5 to Qwen3.8 a later system message moves to the head, too. That is why the knowledge stands in a user message here: there it has an end of its own.",
        },
        mend: {
          heading: "Fix it: one end for each layer",
          body: "Mark the system message and the knowledge as well. The question keeps its marker. Then each request finds the longest beginning that still holds for it.",
          acts: {
            persona: "The system message gets a marker: tools and persona end there.",
            knowledge: "The knowledge gets one.",
          },
          done: "Done: another caller reads up to the knowledge, new knowledge costs only itself, and the caller who asks on reads everything.",
          notes:
            "After the first act look at request 2: it reads tools and persona only. Three markers are enough; the fourth stays free.",
        },
        after: {
          heading: "{before} before, {after} after",
          body: "What each marker is worth in a thousand such rounds: the knowledge’s {knowledgeWorth}, the persona’s {personaWorth}, the newest question’s {newestWorth}. Which is worth most depends on use: many callers, knowledge that changes, long conversations.",
          notes:
            "Each figure is what the rounds would cost more without that marker alone. More markers write nothing twice: written tokens are billed once.",
        },
      },
      bites: "In an agent framework the marker for Qwen was written on the wrong level of the request.",
      link: "AgentScope Java, issue 1363",
    },
    zh: {
      title: "四层内容，三个标记",
      about: "工具与人设、知识、对话的变化频率各不相同：每个标记各值多少。",
      steps: {
        see: {
          heading: "四层内容，一个标记",
          body: "一个热线智能体：最前面是工具和人设（{persona, number} 个 Token），然后是知识（{knowledge, number} 个），最后是来电者的对话。只有最新的问题带标记。变得最少的排在最前面，这是对的。",
          notes: "请学员说出各层，以及多久变一次：工具随发版，人设按月，知识每天，对话每次来电都变。",
        },
        predict: {
          heading: "换了一位来电者",
          body: "请求 2 来自另一个人，共 {prompt, number} 个 Token。工具、人设和知识都没有变，变的是问题。",
          question: "请求 2 能命中多少内容？",
          choices: {
            both: "工具、人设和知识",
            persona: "工具和人设",
            none: "一点也没有",
          },
          notes: "提示大家想一想：请求 1 留下的那一个缓存条目，结束在哪里？看标记就知道。",
        },
        reveal: {
          heading: "命中 {read, number} 个 Token",
          body: "一个标记只产生<b>一个</b>缓存条目，从第一个 Token 到标记处。请求 1 的条目结束在它的问题之后，而请求 2 问的是别的。开头的 {known, number} 个 Token 虽然相同，那个条目却不是请求 2 的前缀。",
          notes: "“开头明明一样”，这个质疑很对。的确一样，只是没有哪个条目恰好结束在相同部分的末尾。",
        },
        rules: {
          heading: "缓存条目可以在哪里结束",
          body: "标记只是提出申请，<b>断点</b>才是条目真正结束的位置。工具和所有 system 消息合成一个片段，只有一个末尾：放在工具上或前面的 system 消息上的标记不起作用。{most, plural, other {标记超过 # 个时，只有最后 # 个生效}}。",
          notes:
            "标记被忽略时不会报错。从 Qwen3.5 到 Qwen3.8，写在后面的 system 消息也会移到最前面。所以这里把知识放进 user 消息：在那里它有自己的末尾。",
        },
        mend: {
          heading: "动手修复：每一层都有自己的末尾",
          body: "给 system 消息和知识也加上标记，问题上的标记保留。这样每个请求都能命中对它仍然有效的最长前缀。",
          acts: {
            persona: "system 消息加上标记：工具和人设到此结束。",
            knowledge: "知识加上标记。",
          },
          done: "完成：换一位来电者，命中到知识为止；知识更新，只需重写知识；继续提问的来电者，命中全部内容。",
          notes: "第一步之后看看请求 2：它只命中工具和人设。三个标记就够了，第四个留着备用。",
        },
        after: {
          heading: "修复前 {before}，修复后 {after}",
          body: "按一千轮计算，每个标记的价值：知识 {knowledgeWorth}，人设 {personaWorth}，最新的问题 {newestWorth}。哪个最值钱取决于用法：来电者多、知识常变，还是对话很长。",
          notes: "每个数字都是单独去掉那个标记之后会多付的费用。多加标记不会重复写入：创建缓存只计费一次。",
        },
      },
      bites: "某个智能体框架把给 Qwen 的标记写在了请求的错误层级上。",
      link: "AgentScope Java 的 issue 1363",
    },
  },
};
