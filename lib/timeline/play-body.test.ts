/** Recorded requests are played as they stand, and share what did not change. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { openai, play, read, showAll, turn } from "./fixtures/play-request";
import { parseBody, readBody } from "./play-body";
import { NOWHERE } from "./write-message";

it("shares no message whose result is marked within as the other's is not", () => {
  const bodyOf = (mark: object): string =>
    JSON.stringify({
      messages: [
        { role: "user", content: "Look." },
        { role: "assistant", content: [{ type: "tool_use", id: "a", name: "look", input: {} }] },
        {
          role: "user",
          content: [
            { type: "tool_result", tool_use_id: "a", content: [{ type: "text", text: "Seen.", ...mark }] },
          ],
        },
      ],
    });
  const [plain, marked] = [{}, { cache_control: { type: "ephemeral" } }].map(bodyOf);
  const before = parseBody(plain ?? "").prompt;
  if (!before) throw new Error("no request");
  const after = readBody(marked ?? "", before).prompt;
  expect(before.messages[2]?.parts[0]?.nested).toBeUndefined();
  expect(after?.messages[1]).toBe(before.messages[1]);
  expect(after?.messages[2]?.parts[0]?.nested).toHaveLength(1);
});

describe("a recorded request", () => {
  const body = (...messages: unknown[]) =>
    JSON.stringify({ ...openai, messages: [...openai.messages, ...messages] });
  const answered = body({ role: "assistant", content: "A" }, { role: "user", content: "Q2" });

  it("is played as it stands, and shares what it has in common with the one before", () => {
    const longer = JSON.stringify({
      ...openai,
      messages: [
        ...JSON.parse(answered).messages,
        { role: "assistant", content: "B" },
        { role: "user", content: "Q3" },
      ],
    });
    const { requests, problems } = play(
      openai,
      turn({ mode: "body", body: answered }),
      turn({ mode: "body", body: longer }),
    );
    expect(problems).toEqual([]);
    expect(showAll(requests[2]?.prompt)).toEqual(showAll(read(JSON.parse(longer))));
    const [document, second, third] = requests.map(({ prompt }) => prompt.messages);
    expect(second?.[0]).toEqual({
      ...document?.[0],
      range: NOWHERE,
      parts: [expect.objectContaining({ range: NOWHERE })],
    });
    expect(third?.slice(0, 4)).toEqual(second);
    expect(third?.every((message, index) => index > 3 || message === second?.[index])).toBe(true);
  });

  it("is the same prompt again, whatever was typed in the document, and shares its tools", () => {
    const tools = [{ type: "function", function: { name: "search", parameters: { type: "object" } } }];
    const withTools = (text: string) => JSON.stringify({ ...JSON.parse(text), tools });
    const other = body(
      { role: "assistant", content: "A" },
      { role: "user", content: "Q2" },
      { role: "user", content: "Q3" },
    );
    const turns = [withTools(answered), withTools(other)].map((text) => turn({ mode: "body", body: text }));
    const [before, after] = ["S", "S and more"].map((system) =>
      play(
        { ...openai, messages: [{ role: "system", content: system }, ...openai.messages.slice(1)] },
        ...turns,
      ),
    );
    expect(after?.requests[1]?.prompt).toBe(before?.requests[1]?.prompt);
    expect(after?.requests[2]?.prompt).toBe(before?.requests[2]?.prompt);
    expect(after?.requests[2]?.prompt.tools).toBe(after?.requests[1]?.prompt.tools);
  });

  it("shares with its own lane, whose requests take turns with others", () => {
    const lanes = ["one", "two"].map((name) => ({ role: "user", content: name }));
    const bodies = [[lanes[0]], [lanes[1]], [lanes[0], lanes[0]], [lanes[1], lanes[1]]].map(
      (messages, order) =>
        turn({ mode: "body", lane: `${order % 2}`, body: JSON.stringify({ ...openai, messages }) }),
    );
    const [, , , third, fourth] = play(openai, ...bodies).requests.map(({ prompt }) => prompt.messages);
    const [, first, second] = play(openai, ...bodies).requests.map(({ prompt }) => prompt.messages);
    expect(third?.[0]).toBe(first?.[0]);
    expect(fourth?.[0]).toBe(second?.[0]);
  });

  it("shares nothing that has changed", () => {
    const changed = JSON.stringify({
      ...openai,
      messages: [{ role: "system", content: "T" }, openai.messages[1]],
    });
    const { requests } = play(openai, turn({ mode: "body", body: changed }));
    expect(requests[1]?.prompt.messages[0]?.parts[0]?.text).toBe("T");
  });

  it("is the start of what follows", () => {
    const { requests } = play(
      openai,
      turn({ mode: "body", body: answered, reply: "A2" }),
      turn({ user: "Q3" }),
    );
    const texts = requests[2]?.prompt.messages.map(({ parts }) => parts[0]?.text);
    expect(texts).toEqual(["S", "Q1", "A", "Q2", "A2", "Q3"]);
  });

  it.each(["{", "", '{"messages": []}'])("that cannot be read is left out, with its reason: %s", (broken) => {
    const { requests, problems } = play(openai, turn({ mode: "body", body: broken }), turn());
    expect(requests.map(({ turn: index, at }) => [index, at])).toEqual([
      [-1, 0],
      [1, 60],
    ]);
    expect(problems.map(({ turn, message }) => [turn, ENGLISH.say(message)])).toEqual([
      [0, expect.stringMatching(/^The recorded request .*\S\.$/)],
    ]);
  });
});
