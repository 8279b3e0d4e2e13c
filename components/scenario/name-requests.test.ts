/** A turn goes by the numbers of its requests. */
import { expect, it } from "vitest";
import { ENGLISH } from "../../lib/words/plain-words";
import { headRequests, nameRequests } from "./name-requests";

it.each([
  { indices: [1], name: "request 2" },
  { indices: [3, 4, 5], name: "requests 4 to 6" },
  { indices: [3, 5], name: "requests 4 and 6" },
  { indices: [1, 2, 5, 8, 9], name: "requests 2 to 3, 6 and 9 to 10" },
  { indices: [], name: "a turn that is not played" },
])("$indices: $name", ({ indices, name }) => expect(ENGLISH.say(nameRequests(indices))).toBe(name));

it("begins with a capital at the head of a row", () => {
  expect(ENGLISH.say(headRequests([3, 4]))).toBe("Requests 4 to 5");
  expect(ENGLISH.say(headRequests([]))).toBe("Not played");
});
