/** What the API says is in the language that the request accepts, English where it accepts none. */
import { expect, it } from "vitest";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import { NO_SERVICE_COUNTERS } from "../tokens/service-counters";
import { tell } from "../words/message";
import { writeJson } from "../words/write-json";
import { answerPost } from "./answer-post";
import { refuseMethod } from "./read-json-body";
import { createTestRecorder } from "./record/fixtures/create-test-recorder";
import { refuseSilence } from "./relay/relay-refusals";
import { wordsIn } from "./request-words";
import { ServiceUnavailable } from "./service-unavailable";
import { createShortLinkRoutes } from "./short-links/answer-short-links";
import { DEFAULT_SHORT_LINKS } from "./short-links/settings";
import { createWork } from "./work/create-work";

type Route = (request: Request) => Promise<Response> | Response;

const counters = loadTestCounters();
const work = createWork({
  loadCounters: async () => counters,
  loadServiceCounters: async () => NO_SERVICE_COUNTERS,
});
const links = createShortLinkRoutes({
  open: () => Promise.reject(new Error("unused")),
  settings: DEFAULT_SHORT_LINKS,
  now: () => 0,
});

const ROUTES: readonly [name: string, route: Route, body: string, english: string, chinese: string][] = [
  [
    "simulate",
    (request) => answerPost(request, "simulate", work),
    '{"requests":[{"at":-1,"segments":[],"markers":[]}]}',
    "/requests/0/at must be 0 s or more.",
    "/requests/0/at 不得小于 0 秒。",
  ],
  [
    "simulate, where something is missing",
    (request) => answerPost(request, "simulate", work),
    '{"requests":[{"segments":[],"markers":[]}]}',
    "/requests/0/at is missing; it must be a number of seconds.",
    "缺少 /requests/0/at，它应为秒数。",
  ],
  [
    "compare",
    (request) => answerPost(request, "compare", work),
    "[]",
    'The request must be a JSON object { "requests": [ … ], "systems": [ … ] }.',
    '请求应为 JSON 对象 { "requests": [ … ], "systems": [ … ] }。',
  ],
  [
    "analyze",
    (request) => answerPost(request, "analyze", work),
    '{"model":"qwen3-max"}',
    "The request has neither `body` nor `text`: give one of the two, or post the prompt itself, an object with `messages`.",
    "请求既没有 `body` 也没有 `text`：须提供其中一个，或直接发送含有 `messages` 的提示词。",
  ],
  [
    "an empty body",
    (request) => answerPost(request, "simulate", work),
    "",
    "The body is empty: send a JSON object.",
    "请求体为空：请发送 JSON 对象。",
  ],
  [
    "another method",
    (request) => refuseMethod(request, "POST", tell("server.postJson")),
    "",
    "Send a POST request with a JSON body.",
    "请发送请求体为 JSON 的 POST 请求。",
  ],
  [
    "a wrong set-up",
    (request) =>
      answerPost(request, "simulate", async () => {
        const message = tell("server.countSetting", { name: "PLAYGROUND_RECORD_HOURS", most: 720 });
        throw new ServiceUnavailable({ code: "record_settings_invalid", message });
      }),
    "{}",
    "PLAYGROUND_RECORD_HOURS must be a whole number from 1 to 720.",
    "PLAYGROUND_RECORD_HOURS 应为 1 到 720 之间的整数。",
  ],
  [
    "a short link",
    (request) => links.read(request, "none"),
    "",
    "This short link has expired or was deleted.",
    "此短链接已过期或已被删除。",
  ],
  [
    "the relay",
    refuseSilence,
    "",
    "The service did not start to answer in time: try again.",
    "服务未在规定时间内开始回答，请重试。",
  ],
  [
    "a recording",
    (request) => createTestRecorder().api.create(request),
    '{"target":"emulator","hours":1000}',
    "This server keeps recordings for at most 24 hours.",
    "本服务器的录制最多保留 24 小时。",
  ],
];

async function ask(route: Route, body: string, headers: HeadersInit) {
  const request = new Request("http://localhost:3000/api", { method: "POST", body, headers });
  const answer = await route(request);
  expect(answer.headers.get("Vary")).toMatch(/^Accept-Language\b/);
  return ((await answer.json()) as { error: { message: string } }).error.message;
}

it.each(ROUTES)("%s", async (_name, route, body, english, chinese) => {
  expect(await ask(route, body, {})).toBe(english);
  expect(await ask(route, body, { "accept-language": "*" })).toBe(english);
  expect(await ask(route, body, { "accept-language": "zh-CN" })).toBe(chinese);
  expect(await ask(route, body, { "accept-language": "en", cookie: "lang=zh" })).toBe(chinese);
});

it("an answer's own messages as well", async () => {
  const headers = { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" };
  const body = JSON.stringify({ model: "qwen3-max", messages: [{ role: "user", content: "Hi" }] });
  const request = new Request("http://localhost:3000/api", { method: "POST", body, headers });
  const { diagnostics } = await (await answerPost(request, "analyze", work)).json();
  expect(diagnostics.map(({ message }: { message: string }) => message).join()).toMatch(/\p{Script=Han}/u);
});

it("and nothing else that has a key", () => {
  const value = { reason: tell("server.failed"), keys: [{ key: "user" }, { key: "server.other" }] };
  const written = JSON.parse(writeJson(value, wordsIn("zh")));
  expect(written).toEqual({ ...value, reason: "服务器处理此请求时出错。" });
});
