/** Ids of the calls of an answer, each another one, the same for the same request. */

const LENGTH = 24;

/**
 * @param order counts the calls of one answer from 0
 * @param choice counts the answers to one request from 0
 */
export function callId(requestId: string, order: number, choice = 0, prefix = "call_"): string {
  const plain = requestId.replaceAll("-", "").slice(0, LENGTH);
  if (order === 0 && choice === 0) return prefix + plain;
  const tail = `${choice.toString(36)}${order.toString(36).padStart(2, "0")}`;
  return prefix + plain.slice(0, LENGTH - tail.length) + tail;
}
