/** Where a recorded request goes: to the session's host, in the dialect of the path, and nowhere else. */

import { expect, it } from "vitest";
import { ENGLISH } from "../../words/plain-words";
import { planCourse } from "./plan-course";

const to = (target: string, rest: string, method = "POST") => {
  const planned = planCourse({ rest, search: "", method }, { target, workspace: null }, []);
  return planned.ok
    ? [planned.course.kind, planned.course.path, planned.course.url]
    : ENGLISH.say(planned.reason);
};

it.each([
  ["intl-anthropic", "/apps/anthropic/v1/messages", "chat", "/v1/messages"],
  ["intl-openai", "/apps/anthropic/v1/messages/count_tokens", "count", "/v1/messages/count_tokens"],
  ["intl-anthropic", "/compatible-mode/v1/chat/completions", "chat", "/chat/completions"],
  ["intl-anthropic", "/compatible-mode/v1/responses", "chat", "/responses"],
  ["intl-anthropic", "/apps/anthropic", "other", ""],
])("%s takes %s", (target, rest, kind, path) => {
  expect(to(target, rest)).toEqual([kind, path, `https://dashscope-intl.aliyuncs.com${rest}`]);
});

it("takes DashScope's own protocol at the same host", () => {
  const rest = "/api/v1/services/aigc/text-generation/generation";
  expect(to("intl-anthropic", rest)).toEqual(["chat", rest, `https://dashscope-intl.aliyuncs.com${rest}`]);
  expect(to("emulator", rest)).toEqual(["chat", rest, `http://localhost/emulator${rest}`]);
  expect(to("intl-openai", "/api/v1/services/aigc/image-synthesis/x")).toMatch(/^Nothing is recorded/);
  expect(to("coding-plan-intl-openai", rest)).toMatch(/pay-as-you-go/);
});

it("leads to the emulator of this server", () => {
  const url = "http://localhost/emulator/apps/anthropic/v1/messages";
  expect(to("emulator", "/apps/anthropic/v1/messages")).toEqual(["chat", "/v1/messages", url]);
  expect(to("emulator", "/apps/anthropic/v1/messages", "GET")[0]).toBe("other");
});

it("says which base URLs there are", () => {
  expect(to("emulator", "/v1/messages")).toMatch(/lacks .*: end the base URL in \/apps\/anthropic\.$/);
  expect(to("emulator", "/v1/models")).toMatch(/must end in \/apps\/anthropic or \/compatible-mode\/v1\.$/);
});

it.each(["/compatible-mode/v1/%252e%252e%252fx", "/apps/anthropic/..;/x", "/x/..\\y"])(
  "refuses %s",
  (rest) => {
    expect(to("intl-openai", rest)).toMatch(/^Nothing is recorded at this path: /);
  },
);
