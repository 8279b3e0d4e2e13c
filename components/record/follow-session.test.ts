/** A session is followed through waits, outages and its end. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { type FollowedSession, followSession, waitAfter } from "./follow-session";

const answer = (version: number): Response =>
  Response.json({
    version,
    startedAt: null,
    expiresAt: 5,
    target: "emulator",
    exchanges: [],
    forgotten: 0,
    unstored: 0,
  });
const refusal = (status: number): Response =>
  Response.json({ error: { code: "x", message: `Said with ${status}.` } }, { status });

type Scripted = Response | "offline";

/** Plays the answers one after another, then ends. */
async function follow(script: readonly Scripted[]) {
  const ending = new AbortController();
  const asked: string[] = [];
  const told: FollowedSession[] = [];
  const pauses: number[] = [];
  const ports = {
    fetch: async (path: string) => {
      const next = script[asked.length];
      asked.push(path.replace("/api/record/abc?", ""));
      if (next === "offline" || next === undefined) throw new TypeError("no network");
      return next;
    },
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
      if (asked.length >= script.length) ending.abort();
    },
  };
  await followSession("abc", ports, (followed) => told.push(followed), ending.signal);
  return { asked, pauses, states: told.map(({ state }) => state), last: told.at(-1) };
}

describe("followSession", () => {
  it("looks first, then waits for what is newer than it has seen", async () => {
    const { asked, states } = await follow([answer(0), answer(3), answer(3)]);
    expect(asked).toEqual(["version=0", "version=0&wait=1", "version=3&wait=1"]);
    expect(states).toEqual(["live", "live"]);
  });

  it("reads all pages of a long recording before it tells of it", async () => {
    const cut = async (after: string) => Response.json({ ...(await answer(2).json()), after });
    const { asked, states } = await follow([await cut("1-9"), await cut("2-4"), answer(5), answer(6)]);
    expect(asked).toEqual(["version=0", "version=0&after=1-9", "version=0&after=2-4", "version=5&wait=1"]);
    expect(states).toEqual(["live", "live"]);
  });

  it("tries again ever later while the server is away, and does not wait on its return", async () => {
    const { asked, states, pauses, last } = await follow([answer(1), "offline", refusal(503), answer(1)]);
    expect(states).toEqual(["live", "lost", "lost", "live"]);
    expect(pauses.slice(1, 3)).toEqual([1000, 2000]);
    expect(asked[3]).toBe("version=1");
    expect(last?.sentence).toBeNull();
  });

  it("says what the server says", async () => {
    expect(ENGLISH.say((await follow(["offline"])).last?.sentence ?? "")).toBe(
      "The server cannot be reached.",
    );
    expect(ENGLISH.say((await follow([refusal(503)])).last?.sentence ?? "")).toBe("Said with 503.");
  });

  it("ends where there is no session, where it is gone, and where recording is off", async () => {
    expect((await follow([refusal(404)])).states).toEqual(["unknown"]);
    const gone = await follow([answer(1), refusal(404)]);
    expect(gone.states).toEqual(["live", "ended"]);
    expect(gone.last?.session).not.toBeNull();
    expect((await follow([refusal(403)])).states).toEqual(["off"]);
  });
});

it("waits half a minute at most", () => {
  expect([1, 2, 3, 6, 40].map(waitAfter)).toEqual([1000, 2000, 4000, 30_000, 30_000]);
});
