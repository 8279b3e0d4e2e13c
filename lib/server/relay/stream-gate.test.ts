/** Places under way: taken, refused, and given back once. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createStreamGate, type Entered } from "./stream-gate";

it("refuses a client's next one, and any beyond the whole", () => {
  const gate = createStreamGate(2, 3);
  const first = gate.enter("a");
  gate.enter("a");
  expect(gate.enter("a")).toEqual({ ok: false, full: "client" });
  expect(gate.enter("b").ok).toBe(true);
  expect(gate.enter("b")).toEqual({ ok: false, full: "server" });
  if (first.ok) first.leave();
  expect(gate.enter("b").ok).toBe(true);
});

it("gives every place back, however often leaving is said", () => {
  const clients = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 });
  fc.assert(
    fc.property(
      clients,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (names, own, total) => {
        const gate = createStreamGate(own, total);
        const entered: Entered[] = names.map((name) => gate.enter(name));
        expect(gate.count()).toBe(entered.filter(({ ok }) => ok).length);
        expect(gate.count()).toBeLessThanOrEqual(total);
        for (const one of [...entered, ...entered]) if (one.ok) one.leave();
        expect(gate.count()).toBe(0);
      },
    ),
  );
});
