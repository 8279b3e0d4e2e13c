/** Recorded requests are played as they stand, and share what did not change. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../words/plain-words";
import { openai, play, read, showAll, turn } from "./fixtures/play-request";

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
    expect(second?.[0]).toBe(document?.[0]);
    expect(third?.slice(0, 4)).toEqual(second);
    expect(third?.every((message, index) => index > 3 || message === second?.[index])).toBe(true);
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
