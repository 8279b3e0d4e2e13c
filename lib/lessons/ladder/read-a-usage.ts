/** The lesson of the usage: which of its figures hold which, and why it cannot say the reason of a miss. */
import type { Anchor } from "../../placement/anchor";
import type { Turn } from "../../timeline/scenario";
import { waitFor } from "../acts";
import { costOf, percentOf, perThousand, rowOf } from "../facts";
import type { Facts, Lesson, Scene } from "../lesson";
import { ask, playWith, readManual, writeBody } from "../scene-text";
import { showUsage } from "../show-usage";

const tools = [
  ["read_device_log", "Reads the controller's log of one device, newest line first."],
  ["search_manual", "Finds the paragraphs of the manual that answer a question."],
  ["open_ticket", "Opens a ticket with the customer's words and what was tried so far."],
].map(([name, description]) => ({
  type: "function",
  function: { name, description, parameters: { type: "object", properties: {} } },
}));

const text = writeBody(
  [
    { role: "system", content: [{ text: readManual(0, 110), marked: true }] },
    { role: "user", content: [{ text: "The hub says that a device is missing. Which?", marked: true }] },
  ],
  { tools },
);

/** A marker at the end of what was said before: the newest question is sent at the plain price. */
const anchors: readonly Anchor[] = [{ kind: "system" }, { kind: "before-user" }];

/** The request that reads nothing, from 1; the pause before it, and the one that is usual, in seconds. */
const COLD = 3;
const PAUSE = 420;
const USUAL = 50;

/** @param change what else is so before the last request */
const scene = (pause: number, change: Partial<Turn> = {}): Scene => ({
  text,
  settings: playWith(
    {
      name: "Three questions, a pause before the last",
      duration: 4,
      reply: `Send me the hub's log of the last hour. Meanwhile, these are the usual causes.\n\n${readManual(112, 124)}`,
      turns: [
        {
          ...ask(USUAL, "", "The blind in the kitchen: it went silent at 23:10."),
          userTokens: 420,
          replyTokens: 160,
        },
        { ...ask(pause, "", "It is the lamp in the hall: leave it powered."), userTokens: 300, ...change },
      ],
    },
    { placement: { kind: "anchors", name: "", anchors } },
  ),
});

/** Whether the usage of a miss would be the very same if another cause had made it. */
function isUsageSame({ start, others }: Facts): boolean {
  const row = rowOf(start, COLD);
  const other = others.shuffled?.rows[COLD - 1];
  return other !== undefined && showUsage(row).openai === showUsage({ ...row, ...other }).openai;
}

export const readAUsage: Lesson = {
  id: "read-a-usage",
  scene: scene(PAUSE),
  others: { shuffled: scene(USUAL, { events: [{ kind: "shuffle-tools", seed: 3 }] }) },
  steps: [
    { id: "see", kind: "see", request: 2, card: { shows: "usage", request: 1, form: "openai" } },
    {
      id: "predict",
      kind: "predict",
      coverFrom: 2,
      request: 2,
      card: { shows: "usage", request: 2, form: "openai" },
      question: {
        kind: "number",
        from: 0,
        to: 4000,
        step: 10,
        unit: "tokens",
        near: 40,
        answer: ({ start }) => rowOf(start, 2).uncached,
      },
    },
    {
      id: "reveal",
      kind: "reveal",
      request: 2,
      card: { shows: "usage", request: 2 },
      spot: { on: "outcome", request: 2 },
    },
    {
      id: "why",
      kind: "predict",
      coverFrom: COLD,
      request: COLD,
      card: { shows: "usage", request: COLD },
      question: {
        kind: "choice",
        choices: ["pause", "tools", "unsaid"],
        answer: (facts) => (isUsageSame(facts) ? "unsaid" : "pause"),
      },
    },
    {
      id: "reason",
      kind: "reveal",
      tab: "why",
      request: COLD,
      card: { shows: "usage", request: COLD },
      spot: { on: "why" },
    },
    {
      id: "mend",
      kind: "mend",
      request: COLD,
      spot: { on: "wait", request: COLD },
      goal: ({ start, now }) =>
        now.timeline.turns.length >= COLD && rowOf(now, COLD).read >= rowOf(start, 2).read,
      acts: [{ id: "sooner", act: waitFor(1, 120) }],
    },
    {
      id: "after",
      kind: "reveal",
      request: COLD,
      card: { shows: "usage", request: COLD },
      spot: { on: "bill" },
    },
  ],
  figures({ start, now }) {
    const second = rowOf(start, 2);
    return {
      prompt: second.prompt,
      read: second.read,
      written: second.written,
      uncached: second.uncached,
      less: second.prompt - second.read,
      twice: percentOf((second.prompt + second.read) / second.prompt - 1),
      cold: rowOf(start, COLD).written,
      warm: now.timeline.turns[COLD - 1]?.ledger.read ?? 0,
      pause: PAUSE / 60,
      before: perThousand(costOf(start)),
      after: perThousand(now.timeline.totals.cost),
    };
  },
  bites: { url: "https://github.com/Aider-AI/aider/issues/5516", asOf: "2026-11-21" },
  rule: "uncounted-content",
  text: {
    en: {
      title: "Reading a usage",
      about: "What the usage of an answer says about the cache, what it leaves out, and how to add it up.",
      steps: {
        see: {
          heading: "What an answer says of itself",
          body: "Every answer ends with a <b>usage</b>. It is all that a service tells about its cache. This is the first request’s: nothing was read, and <c>cache_creation_input_tokens</c> were written. What is neither counts at the plain price.",
          notes:
            "In a stream the usage comes last, in the OpenAI form only if <c>stream_options</c> ask for it. Ask who has ever looked at one.",
        },
        predict: {
          heading: "The second request’s usage",
          body: "The input has three figures: <c>prompt_tokens</c>, <c>cached_tokens</c> and <c>cache_creation_input_tokens</c>. The bill knows a fourth, which nobody writes down: what counts at the <b>plain input price</b>, neither read nor written.",
          question: "How many tokens are billed at the plain price?",
          notes: "Only arithmetic, and most get it wrong the first time. Do not say yet what contains what.",
        },
        reveal: {
          heading: "{prompt, number} − {read, number} − {written, number} = {uncached, number}",
          body: "In the OpenAI form <c>prompt_tokens</c> <b>contains</b> what was read and written: take both away. In the Anthropic form <c>input_tokens</c> is what is left: add. Who confuses the two bills tokens twice. Files, which nobody can <b>count beforehand</b>, show here first.",
          notes:
            "Forgetting the written ones gives {less, number}. Adding the read ones on top bills {twice} % more tokens than were sent. In the playground such content is counted as nothing, and the page says so.",
        },
        why: {
          heading: "The third request’s usage",
          body: "Nothing was read, {cold, number} tokens were written again. Somebody has to find out why. Perhaps the customer took too long; perhaps the program listed its tools in another order.",
          question: "Which of the two does the usage point to?",
          choices: {
            pause: "The pause: the entry has expired",
            tools: "The tools: the beginning is another one",
            unsaid: "It does not say",
          },
          notes: "Let them look for a difference in the fields. Somebody will suspect a catch.",
        },
        reason: {
          heading: "It does not say",
          body: "With other tools the usage would be the same, to the digit. A zero has many causes: too short, too late, another beginning, no marker. Only the <b>requests and their times</b> tell. Here it was a pause of {pause} minutes.",
          notes:
            "So log what was sent, and when: at least a hash of each message. From a list of requests the page works out the reason, as it does here.",
        },
        mend: {
          heading: "Fix it: ask in time",
          body: "Let request 3 come within five minutes of request 2: drag its pause on the map, or type another one.",
          acts: { sooner: "The question comes after two minutes." },
          done: "Done: now the usage says that {warm, number} tokens were read.",
          notes: "In life one cannot hurry a customer. But one can know what the wait costs.",
        },
        after: {
          heading: "{before} with the pause, {after} without",
          body: "That is a thousand such conversations. Add up the four kinds, read, written, plain and answered, each at its own price, for every request. A share of hits alone hides what the writes cost.",
          notes:
            "Under “Paste” the page takes a usage of any of these forms, and says what it means and what it leaves open.",
        },
      },
      bites:
        "A report on a coding assistant: its cost display bills cached tokens twice, the more of them, the worse.",
      link: "aider, issue 5516",
    },
    zh: {
      title: "读懂 usage",
      about: "回答里的 usage 关于缓存说了什么，没说什么，又该怎么算。",
      steps: {
        see: {
          heading: "回答自己的说明",
          body: "每个回答都带有 <b>usage</b>，服务关于缓存只说这么多。这是第一个请求的：没有命中，<c>cache_creation_input_tokens</c> 是写入的 Token。两者之外的，按普通单价计费。",
          notes:
            "流式输出时，usage 在最后；OpenAI 格式还要在 <c>stream_options</c> 里要求。问问谁认真看过它。",
        },
        predict: {
          heading: "第二个请求的 usage",
          body: "关于输入有三个数：<c>prompt_tokens</c>、<c>cached_tokens</c> 和 <c>cache_creation_input_tokens</c>。账单上还有第四个数，usage 没有写：既没命中也没写入、按<b>普通输入单价</b>计费的有多少。",
          question: "有多少个 Token 按普通单价计费？",
          notes: "只是算术，但多数人第一次都会算错。先别说谁包含谁。",
        },
        reveal: {
          heading: "{prompt, number} − {read, number} − {written, number} = {uncached, number}",
          body: "OpenAI 格式的 <c>prompt_tokens</c> <b>包含</b>命中和写入的，要减去它们。Anthropic 格式的 <c>input_tokens</c> 只是剩下的部分，要相加。两种混淆，就会重复计费。<b>事先无法计数</b>的内容，例如文件，在这里才看得到 Token 数。",
          notes:
            "忘了减写入的，得到 {less, number}。把命中的再加一遍，就比实际发送的多算 {twice}%。事先无法计数的内容，在 Playground 里按零计算，页面会注明。",
        },
        why: {
          heading: "第三个请求的 usage",
          body: "什么也没命中，重新写入了 {cold, number} 个 Token。有人要查原因：也许是客户隔了太久，也许是程序把工具换了个顺序。",
          question: "usage 指向其中哪一个原因？",
          choices: {
            pause: "停顿：条目已经过期",
            tools: "工具：开头已经不同",
            unsaid: "看不出来",
          },
          notes: "让大家在字段里找差别。总会有人怀疑题目有诈。",
        },
        reason: {
          heading: "看不出来",
          body: "如果是工具变了，usage 也会一模一样，一个数字都不差。零的原因很多：太短、太晚、开头不同、没有标记。能说明原因的只有<b>请求内容和时间</b>。这里是因为停了 {pause} 分钟。",
          notes:
            "所以要记录发送了什么、何时发送，至少记下每条消息的哈希。有了一串请求，页面就能像这里一样推断出原因。",
        },
        mend: {
          heading: "动手修复：及时提问",
          body: "让请求 3 在请求 2 之后五分钟以内到达：在缓存图上拖动它前面的停顿，或者直接输入。",
          acts: { sooner: "两分钟之后就提问。" },
          done: "完成：现在 usage 显示命中 {warm, number} 个 Token。",
          notes: "现实中没法催客户，但可以知道等待的代价。",
        },
        after: {
          heading: "有停顿 {before}，没有停顿 {after}",
          body: "这是一千次这样的对话的费用。每个请求都按四类分别计价再相加：命中、写入、普通输入、输出。只看命中率，看不到写入花了多少。",
          notes: "把这几种格式的 usage 粘贴到页面上，它会说明每个数的含义，以及还有什么无法判断。",
        },
      },
      bites: "一份关于编程助手的报告：费用显示把缓存的 Token 算了两次，缓存用得越多，错得越多。",
      link: "aider 的 issue 5516",
    },
  },
};
