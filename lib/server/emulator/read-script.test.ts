/** What a text asks to be called, reply by reply. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { readScript } from "./read-script";

const NAMES = ["read", "read_file", "get_weather", "mcp__web-search"];

it.each<[string, string[][]]>([
  ["What is the weather?", []],
  ["call get_weather", [["get_weather"]]],
  ["Please call the tool `read_file`.", [["read_file"]]],
  ["call read_files", []],
  ["I recall read_file", []],
  ["call MCP__web-search for me", [["mcp__web-search"]]],
  ["call read_file twice", [["read_file"], ["read_file"]]],
  ["call read three times.", [["read"], ["read"], ["read"]]],
  ["call read on src/a.ts 2 times and get_weather", [["read", "get_weather"], ["read"]]],
  ["call read and get_weather", [["read", "get_weather"]]],
  ["call read, read_file, and get_weather.", [["read", "read_file", "get_weather"]]],
  ["call read and call get_weather", [["read", "get_weather"]]],
  ["call read, then call get_weather", [["read"], ["get_weather"]]],
  ["Call read and then call get_weather.", [["read"], ["get_weather"]]],
  ["Call read. Call get_weather 2 times in parallel.", [["read"], ["get_weather", "get_weather"]]],
  ["call read 5 times, two at a time", [["read", "read"], ["read", "read"], ["read"]]],
  ["call read_file 3 times at once", [["read_file", "read_file", "read_file"]]],
  ["调用 read_file 2 次。", [["read_file"], ["read_file"]]],
  ["调用 read 和 get_weather", [["read", "get_weather"]]],
])("%s", (text, rounds) => {
  expect(readScript(text, NAMES).map((round) => round.map(({ name }) => name))).toEqual(rounds);
});

it("reads arguments behind the name, and leaves out what is no JSON", () => {
  expect(readScript('call get_weather {"city": "Paris, then. {x}", "days": 2} twice', NAMES)).toMatchObject([
    [{ input: { city: "Paris, then. {x}", days: 2 } }],
    [{ input: { city: "Paris, then. {x}", days: 2 } }],
  ]);
  expect(readScript("call get_weather {city: Paris}", NAMES)).toMatchObject([[{ input: null }]]);
});

it("ends, whatever the text, within bounds", () => {
  const piece = fc.constantFrom(
    "call ",
    "read",
    "read_file",
    " 9999 times",
    " at once",
    ", ",
    " and ",
    "{",
    "then ",
    "\n",
    ". ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const rounds = readScript(pieces.join(""), NAMES);
      expect(rounds.length).toBeLessThanOrEqual(1000);
      expect(Math.max(0, ...rounds.map((round) => round.length))).toBeLessThanOrEqual(64);
    }),
  );
});
