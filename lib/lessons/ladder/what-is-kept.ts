/** The lesson of what a cache keeps: how far the model has read, never what it answered; and for whom. */
import { changeTurn } from "../acts";
import { rowOf } from "../facts";
import type { Facts, Lesson } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";

const QUESTION = "Which voice assistants does the controller work with?";

const text = writeBody([
  { role: "system", content: [{ text: readManual(0, 160), marked: true }] },
  { role: "user", content: QUESTION },
]);

const duration = 4;
const reply = "With Tmall Genie, Xiaodu, XiaoAi and Siri, and with every assistant that supports Matter.";
const again =
  "Four are built in: Tmall Genie, Xiaodu, XiaoAi and Siri. Others work if they support Matter. Locks need a spoken code.";

const settings = playWith({
  name: "The same question twice",
  duration,
  reply,
  turns: [{ mode: "repeat", gap: 30, user: "", reply: again }],
});

const elsewhere = playWith({
  name: "The same question to two models",
  duration,
  reply,
  turns: [
    {
      mode: "repeat",
      gap: 30,
      user: "",
      reply: again,
      events: [{ kind: "switch-model", model: "qwen3.7-plus" }],
    },
  ],
});

/** Requests of the document as it is now that ask something else than the first and read all that it wrote. */
const othersReading = ({ start, now }: Facts): number =>
  now.timeline.turns.filter(
    ({ ledger }, index) =>
      index > 0 && ledger.read >= rowOf(start, 1).written * 0.9 && ledger.prompt !== rowOf(now, 1).prompt,
  ).length;

export const whatIsKept: Lesson = {
  id: "what-is-kept",
  scene: { text, settings },
  others: { elsewhere: { text, settings: elsewhere } },
  steps: [
    { id: "see", kind: "see", editor: true, spot: { on: "request", request: 1 } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 2,
      request: 2,
      question: {
        kind: "choice",
        choices: ["answer", "reading", "nothing"],
        answer({ start }) {
          const { read, prompt, completion } = rowOf(start, 2);
          if (read === 0) return "nothing";
          return read < prompt || completion > 0 ? "reading" : "answer";
        },
      },
    },
    { id: "reveal", kind: "reveal", request: 2, tab: "why", spot: { on: "outcome", request: 2 } },
    {
      id: "mend",
      kind: "mend",
      sheet: "edit",
      request: 2,
      goal: (facts) => othersReading(facts) > 0,
      acts: [
        {
          id: "other",
          act: changeTurn(0, () =>
            ask(30, "How many devices can it control?", "Up to 256, with 64 scenes and 400 rules."),
          ),
        },
      ],
    },
    { id: "after", kind: "reveal", request: 2, spot: { on: "request", request: 2 } },
  ],
  figures({ start, now, others }) {
    const last = now.timeline.turns.length;
    return {
      prompt: rowOf(start, 2).prompt,
      read: rowOf(start, 2).read,
      completion: rowOf(start, 2).completion,
      kept: rowOf(now, last).read,
      elsewhere: others.elsewhere?.rows[1]?.read ?? 0,
    };
  },
  bites: { url: "https://ngrok.com/blog/prompt-caching/", asOf: "2026-11-21" },
  rule: null,
  text: {
    en: {
      title: "What a cache keeps",
      about:
        "A prompt cache keeps how far the model has read a beginning. It keeps no answers, and it is yours alone.",
      steps: {
        see: {
          heading: "A manual and a question",
          body: "A support agent answers from a manual. Each row of the map is one request, and each request sends everything again: the manual, then the question. The marker in the document says: keep what stands up to here.",
          notes:
            "Models remember nothing between requests, so a program sends the whole text each time. Let the class find the marker, <c>cache_control</c>, at the end of the manual.",
        },
        predict: {
          heading: "The same question again",
          body: "Half a minute later another customer asks the very same. Request 2 is request 1 over again, all {prompt, number} tokens.",
          question: "What does request 2 take from the cache?",
          choices: {
            answer: "The finished answer of request 1",
            reading: "The work of reading the manual",
            nothing: "Nothing: it is a new request",
          },
          notes:
            "Web caches keep answers, so the first choice is tempting. Ask what would happen to a chat that gives everybody the same reply.",
        },
        reveal: {
          heading: "A hit: {read, number} tokens are read, the answer is new",
          body: "The cache keeps the model’s state after a beginning, the <b>prefix</b>. What follows is worked out again, at the plain price: the question, and an answer of {completion, number} tokens in other words than the first. A request with another beginning would find nothing.",
          notes:
            "A text that stands a second time further back in the same prompt is no beginning: it is paid again. A cache of answers is something else, which a program may build itself.",
        },
        mend: {
          heading: "Try it: ask something else",
          body: "If it kept answers, another question would miss. In “Edit turns”, make request 2 a next message, or replace the last, with a question of your own.",
          acts: { other: "Request 2 asks how many devices the controller handles." },
          done: "Another question, and {kept, number} tokens are read all the same.",
          notes:
            "Take a question from the class. The words do not matter, because they stand behind the marker.",
        },
        after: {
          heading: "The same beginning, for you alone",
          body: "What is kept is an <b>entry</b>. A request reads it, a <b>hit</b>, only if it begins with the very same text, the <b>prefix</b>, up to the marker. It belongs to one account and one model: sent to another model, the same words read {elsewhere, plural, =0 {nothing} other {# tokens}}.",
          notes:
            "Will be asked: can somebody else read my prompt from the cache, or pay less because of me? No. And it is short-lived: five minutes after its last use it is gone.",
        },
      },
      bites:
        "Readers of an introduction to prompt caching asked the same two things: what is stored, and who shares it?",
      link: "ngrok, on prompt caching",
    },
    zh: {
      title: "缓存保存的是什么",
      about: "提示词缓存保存的是模型读到哪里，不保存回答，而且只供自己使用。",
      steps: {
        see: {
          heading: "一份手册，一个问题",
          body: "客服智能体依据手册作答。图中每行是一个请求，每个请求都要把全部内容再发一遍：先是手册，后是问题。文档里的缓存标记表示：到这里为止，请保存。",
          notes:
            "模型在两次请求之间什么都不记得，所以程序每次都要发送全文。请学员在手册末尾找到标记 <c>cache_control</c>。",
        },
        predict: {
          heading: "同样的问题再问一遍",
          body: "半分钟后，另一位顾客问了一模一样的问题。请求 2 与请求 1 完全相同，一共 {prompt, number} 个 Token。",
          question: "请求 2 从缓存里得到什么？",
          choices: {
            answer: "请求 1 的现成回答",
            reading: "读完手册的工作成果",
            nothing: "什么也没有：这是新的请求",
          },
          notes:
            "网页缓存存的就是结果，所以第一项很有吸引力。可以反问：如果人人得到同一句回复，聊天会成什么样？",
        },
        reveal: {
          heading: "命中 {read, number} 个 Token，回答重新生成",
          body: "缓存保存的是模型读完开头（即<b>前缀</b>）时的状态。后面的部分要按原价重新计算：问题，以及与上次不同的回答，{completion, number} 个 Token。开头不同的请求，什么也找不到。",
          notes:
            "同一段文字如果在提示词后面又出现一次，它不是开头，要再付一次费。缓存回答是另一回事，需要程序自己去做。",
        },
        mend: {
          heading: "动手试试：换一个问题",
          body: "如果保存的是回答，换个问题就会未命中。打开“编辑轮次”，把请求 2 改成“下一条消息”或“替换最后一条”，写上自己的问题。",
          acts: { other: "请求 2 改问控制器能管理多少设备。" },
          done: "问题变了，照样命中 {kept, number} 个 Token。",
          notes: "请学员出一个问题。问什么都行，因为问题在标记之后。",
        },
        after: {
          heading: "同样的开头，只供自己使用",
          body: "保存下来的内容叫做<b>缓存条目</b>。请求的开头（<b>前缀</b>）直到标记处完全相同，才会<b>命中</b>。条目只属于一个账号和一个模型：同样的文字发给另一个模型，{elsewhere, plural, =0 {一个 Token 也不会命中} other {命中 # 个 Token}}。",
          notes:
            "一定会有人问：别人能从缓存里读到我的提示词吗？会因为我而少付钱吗？都不会。而且条目很短命：最后一次使用之后五分钟就没有了。",
        },
      },
      bites: "一篇提示词缓存入门文章的读者，问的正是这两点：存的是什么？谁能共用？",
      link: "ngrok 谈提示词缓存",
    },
  },
};
