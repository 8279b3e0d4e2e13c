/** What people bring to the page: requests in the language that they speak. */
import type { Language } from "../../lib/words/languages";

export interface OwnTexts {
  /** Long enough to be cached. */
  readonly handbook: string;
  readonly clock: string;
  readonly order: string;
  readonly release: string;
  readonly harbour: string;
  /** Words of these texts that a shape has not. */
  readonly words: readonly string[];
  readonly task: (number: number) => string;
  readonly answer: (number: number) => string;
  readonly build: (number: number) => string;
  readonly toolSays: (name: string) => string;
}

export const OWN_TEXTS: Readonly<Record<Language, OwnTexts>> = {
  en: {
    handbook: "Follow the handbook of the shop to the letter, and say what you have done. ".repeat(140),
    clock: "Current time: 2026-11-29 09:30:12. ",
    order: "Where is my order?",
    release: "May the release go out?",
    harbour: "Where is the harbour?",
    words: ["handbook", "harbour"],
    task: (number) => `Part ${number}: test it and tell me whether it may be released.`,
    answer: (number) => `Part ${number} passes ${number * 7} tests and may be released.`,
    build: (number) => `Build ${number}. `,
    toolSays: (name) => `Does ${name}.`,
  },
  zh: {
    handbook: "请严格按照店铺的手册处理每一件事，并说明做了什么。".repeat(180),
    clock: "当前时间：2026-11-29 09:30:12。",
    order: "我的订单到哪里了？",
    release: "这个版本可以发布吗？",
    harbour: "港口在哪里？",
    words: ["手册", "港口"],
    task: (number) => `第 ${number} 部分：测试一下，告诉我能不能发布。`,
    answer: (number) => `第 ${number} 部分通过了 ${number * 7} 项测试，可以发布。`,
    build: (number) => `构建 ${number}。`,
    toolSays: (name) => `执行 ${name}。`,
  },
};

export const toolsOf = ({ toolSays }: OwnTexts) =>
  ["read_file", "run_tests"].map((name) => ({
    type: "function",
    function: { name, description: toolSays(name), parameters: { type: "object", properties: {} } },
  }));

/** An agent's requests as its gateway has logged them, each with all that was said before. */
export function logAgent(own: OwnTexts, count: number, systemOf: (number: number) => unknown): string {
  const said: unknown[] = [];
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    said.push({ role: "user", content: own.task(number) });
    const messages = [{ role: "system", content: systemOf(number) }, ...said];
    said.push({ role: "assistant", content: own.answer(number) });
    return JSON.stringify({ at: number * 40, body: { model: "qwen3.7-max", tools: toolsOf(own), messages } });
  }).join("\n");
}
