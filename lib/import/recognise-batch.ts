/** Tells a batch file whose lines are bare bodies from a session that is recorded so. */
import { fieldsOf, listOf, stringOf } from "../values/json";

const rolesOf = (body: unknown): readonly string[] =>
  listOf(fieldsOf(body)?.messages).map((message) => stringOf(fieldsOf(message)?.role));

const lastWordsOf = (body: unknown): string =>
  JSON.stringify(fieldsOf(listOf(fieldsOf(body)?.messages).at(-1))?.content) ?? "";

/** A batch takes bodies of the chat endpoint, and its answers are not streamed. */
const canBeOfBatch = (body: unknown): boolean => {
  const fields = fieldsOf(body);
  return fields !== null && !("system" in fields) && fields.stream !== true;
};

/**
 * Whether bodies can only have been sent side by side: several, each with a question of its own, and none that goes on
 * where another ended. A conversation grows, and whoever tries out a cache repeats the same request.
 * @param bodies in the order of the file
 */
export function isBatchOfBodies(bodies: readonly unknown[]): boolean {
  if (bodies.length < 2 || !bodies.every(canBeOfBatch)) return false;
  const roles = bodies.map((body) => rolesOf(body).join());
  const isGrown = roles.some((each) => /assistant|tool/.test(each)) && new Set(roles).size > 1;
  return !isGrown && new Set(bodies.map(lastWordsOf)).size === bodies.length;
}
