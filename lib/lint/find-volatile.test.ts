/** Clocks, ids and the like are found exactly; prose, figures and examples are left alone. */
import { describe, expect, it } from "vitest";
import { findVolatile } from "../changing/find-volatile";
import { applyEdits } from "../prompt/apply-edits";
import { fakeContext } from "./fake-context";
import { volatileBeforeMarker } from "./rules/volatile-before-marker";

const UUID = "3f2b8c1e-9d47-4a56-b0e3-7c5d1f2a9b84";
const STATUS =
  "Current branch: main\n\nStatus:\n M lib/a.ts\n\nRecent commits:\n0a1b2c3 First\n4d5e6f7 Second";

describe("findVolatile", () => {
  it.each([
    ["Current time: 2026-11-21 09:30:12", "2026-11-21 09:30:12"],
    ["The current date is Saturday, 21 November 2026.", "Saturday, 21 November 2026"],
    ["Today's date is November 21, 2026.", "November 21, 2026"],
    ["Today's date: 2026-11-21", "2026-11-21"],
    ["Today is Saturday, answer briefly.", "Saturday"],
    ["It is now 09:30 UTC.", "09:30 UTC"],
    ["**Current Date and Time (UTC):** 2026-11-21T09:30:12.120Z", "2026-11-21T09:30:12.120Z"],
    ["<current_date>2026-11-21</current_date>", "2026-11-21"],
    ['{"now": "2026-11-21T09:30:12+08:00"}', "2026-11-21T09:30:12+08:00"],
    ["Current date: Sat Nov 21 09:39:32 UTC 2026", "Sat Nov 21 09:39:32 UTC 2026"],
    ["当前时间：2026年11月21日", "2026年11月21日"],
    ["timestamp: 1795253412", "1795253412"],
    ["Unix time = 1795253412123", "1795253412123"],
    ["Session ID: sess_8f3k2l1m9", "sess_8f3k2l1m9"],
    [`request_id=${UUID}`, UUID],
    ["nonce: 9f8e7d6c5b4a", "9f8e7d6c5b4a"],
    [`You serve tenant ${UUID}.`, UUID],
    ["Working directory: /home/user/project", "/home/user/project"],
    ["<cwd>/srv/app</cwd>", "/srv/app"],
    ["The cwd is C:\\Users\\a\\code.", "C:\\Users\\a\\code"],
    [`gitStatus: This is the git status at the start.\n${STATUS}`, STATUS],
    ["git status:\n M a.ts\n?? b.ts\n", " M a.ts\n?? b.ts\n"],
    ["<env>\n  Today's date: Sat Nov 21 2026\n</env>", "Sat Nov 21 2026"],
    ["# Current Time\n11/21/2026, 9:30:00 AM (Asia/Shanghai, UTC+8:00)", "11/21/2026, 9:30:00 AM"],
    ["Conversation started: Saturday, November 21, 2026 09:30 AM", "Saturday, November 21, 2026 09:30 AM"],
    ["Session ID: 20261121_093012_ab12cd", "20261121_093012_ab12cd"],
    ["thread_id: th_9x8c7v6b5n", "th_9x8c7v6b5n"],
    ["Request number: 41", "41"],
    ["turn_index=7, go on", "7"],
    ["Content hash: 9f8e7d6c5b4a", "9f8e7d6c5b4a"],
    ['etag: "a1b2c3d4e5"', "a1b2c3d4e5"],
    ["Random seed: 81237712", "81237712"],
    ["<!-- cache-buster: 9f8e7d6c5b4a -->", "9f8e7d6c5b4a"],
    ["I'm currently working in the directory: /home/user/p", "/home/user/p"],
    ["# Current Working Directory (/home/user/p) Files", "/home/user/p"],
    ["It is now 09:30:12-05:00.", "09:30:12-05:00"],
    ["```\ncode\n```\nCurrent time: 09:30", "09:30"],
    [
      "x-anthropic-billing-header: cc_version=2.1.9; cch=a1b2c;\nYou are an agent.",
      "x-anthropic-billing-header: cc_version=2.1.9; cch=a1b2c;",
    ],
  ])("%s", (text, words) => {
    expect(findVolatile(text).map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });

  it.each([
    "The desk is open from 08:00 to 22:00 local time.",
    "Local time: 08:00 - 22:00",
    "Trains leave at 06:30 on weekdays.",
    "The maximum request number: 50.",
    "The step number is 3 of the manual.",
    "A content hash is made of the file.",
    "Open today 08:00 to 22:00, now also on Sundays from 10:00.",
    "Version 2.1.145 of 2026-05-25 fixes the clock.",
    "The manual was last updated on 2026-05-25.",
    "Write dates as in this example: current date: 2026-11-21.",
    "Answer in the form, e.g. today is 2026-11-21.",
    "If the current time is 08:00 or later, say that the desk is open.",
    "# Examples\nUser: hello\nAssistant: it is now 09:30.",
    "<example>Current date: 2026-11-21</example>",
    "Current date: {{date}}, session id: {{session_id}}",
    "Pass the session id: a string of 32 characters.",
    "trace id: 128-bit-number",
    "The working directory is shown in the title.",
    "Order 1795253412 was paid; the telephone is 1795253412.",
    `Rooms: a ${UUID}, b 4${UUID.slice(1)}, c 5${UUID.slice(1)}.`,
    "It is 3 °C in Beijing now, with a light wind (asked at 09:10 local time).",
    "Prices are effective 2024-01-01 and valid until 2025-12-31.",
    "Policy version 3.2, effective 2024-01-01. Today only: free returns.",
    "Released 2024-05-06 at 10:00 UTC; use 2.1.145-beta.3 and node 20.20.0.",
    "Opening hours today: 9:00-17:00",
    '```json\n{"timestamp": 1795253412, "session_id": "a1b2c3d4e5"}\n```',
    "~~~\nCurrent time: 09:30\n~~~",
    "curl -H 'X-Request-Id: abc12345-99'",
    "CREATE TABLE t (session_id varchar(36), now timestamp);",
    "The invoice of 21 November 2026 is due today.",
    "Run git status and look at the current branch: it must be clean.",
  ])("leaves alone: %s", (text) => {
    expect(findVolatile(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});

describe("volatile-before-marker", () => {
  const long = "x".repeat(1500);
  const check = (messages: unknown[], more: object = {}) => {
    const text = JSON.stringify({ model: "qwen3.7-max", ...more, messages });
    const context = fakeContext(text);
    if (!context) throw new Error("no request");
    return volatileBeforeMarker.check(context).map(({ range }) => text.slice(range.start, range.end));
  };
  const marked = (role: string, text: string) => ({
    role,
    content: [{ type: "text", text, cache_control: { type: "ephemeral" } }],
  });
  const clock = 'Say "hello".\n\tCurrent time: 09:30:12';

  it("points at the words in the document, behind escapes", () => {
    expect(check([marked("system", `${clock}\n${long}`)])).toEqual(["09:30:12"]);
  });
  it("looks at tools, which lie before every marker", () => {
    const tools = [{ type: "function", function: { name: "f", description: "Today's date is 2026-11-21." } }];
    expect(check([marked("system", long)], { tools })).toEqual(["2026-11-21"]);
  });
  it.each([
    ["no marker", [{ role: "system", content: clock + long }]],
    ["a marker without effect", [marked("system", clock)]],
    ["behind the last marker", [marked("system", long), { role: "user", content: clock }]],
    [
      "history, which stays as it was",
      [
        { role: "user", content: long },
        { role: "assistant", content: clock },
        { role: "user", content: clock },
        marked("user", "And now?"),
      ],
    ],
  ])("is silent: %s", (_, messages) => {
    expect(check(messages)).toEqual([]);
  });
  it("reports a hundred at most, so that mending one does not bring forth another", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `Current time: 09:${index + 10}`).join("\n");
    const clocks = (count: number) =>
      Array.from({ length: count }, () => marked("user", `${lines}\n${long}`));
    expect(check(clocks(4))).toHaveLength(80);
    expect(check(clocks(6))).toHaveLength(100);
  });
  it.each([
    [`A\t"b".\n${clock}\n${long}`, `A\t"b".\nSay "hello".\n${long}`],
    [`${long}\n\tCurrent time: 09:30:12`, long],
  ])("moves the line to the newest user message %#", (before, after) => {
    const question = { role: "user", content: "How?" };
    const text = JSON.stringify({ model: "qwen3.7-max", messages: [marked("system", before), question] });
    const context = fakeContext(text);
    const [found] = context ? volatileBeforeMarker.check(context) : [];
    const mended = applyEdits(text, found?.fix?.edits ?? []);
    expect(JSON.parse(mended)).toEqual({
      model: "qwen3.7-max",
      messages: [marked("system", after), { role: "user", content: "\tCurrent time: 09:30:12\n\nHow?" }],
    });
    const again = fakeContext(mended);
    expect(again && volatileBeforeMarker.check(again)).toEqual([]);
  });
  it("moves nothing where the marker is on the newest message, or the words are all of a text", () => {
    const first = fixOf([marked("user", `${clock}\n${long}`)]);
    const whole = { role: "system", content: "Current time: 09:30" };
    expect([first, fixOf([whole, marked("user", long), { role: "user", content: "How?" }])]).toEqual([
      undefined,
      undefined,
    ]);
  });
  function fixOf(messages: unknown[]) {
    const context = fakeContext(JSON.stringify({ model: "qwen3.7-max", messages }));
    const [found] = context ? volatileBeforeMarker.check(context) : [];
    expect(found).toBeDefined();
    return found?.fix;
  }
});
