/** Plays a route: requests go to one of several caches, and each is billed by the price of the member that served it. */
import { pickReplica, type StickyPlaces } from "../systems/pick-replica";
import type { Rate } from "../tokens/precision";
import type { AskedMember, AskedRoute, CountGrade, PricedPlay } from "./compared-system";

/** The surest of all grades is what all members have. */
function gradeOf(plays: readonly PricedPlay[]): CountGrade {
  const grades = plays.map(({ tokens }) => tokens);
  if (grades.includes("estimate")) return "estimate";
  return grades.includes("given") ? "given" : "exact";
}

/** Of whichever member may be off the most. */
function spreadOf(plays: readonly PricedPlay[]): Rate | null {
  const spreads = plays.flatMap(({ spread }) => spread ?? []);
  if (spreads.length === 0) return null;
  const most = (side: keyof Rate): number => Math.max(...spreads.map((spread) => spread[side]));
  return { less: most("less"), more: most("more") };
}

function nameVocabularies(plays: readonly PricedPlay[]): string | null {
  return [...new Set(plays.flatMap(({ vocabulary }) => vocabulary ?? []))].join(", ") || null;
}

/**
 * Every replica of every member is a cache of its own; they are numbered through all members.
 * @param open an empty cache of a member
 */
export function playRoute(
  { members, route }: AskedRoute,
  open: (member: AskedMember) => PricedPlay,
): PricedPlay {
  const replicas = members.flatMap((member, order) =>
    Array.from({ length: member.replicas }, () => ({ member: order, play: open(member) })),
  );
  const plays = replicas.map(({ play }) => play);
  const rules = { ...route, replicas: replicas.length };
  const places: StickyPlaces = {};
  const currencies = new Set(plays.map(({ currency }) => currency));
  const [only = null] = currencies;
  return {
    currency: currencies.size === 1 ? only : null,
    tokens: gradeOf(plays),
    spread: spreadOf(plays),
    vocabulary: nameVocabularies(plays),
    keepsObjects: plays.some(({ keepsObjects }) => keepsObjects),
    assumptions: [
      ...new Set(plays.flatMap(({ assumptions }) => assumptions)),
      ...(route.policy === "sticky" ? ["sticky-place-drawn"] : []),
    ],
    listEntries: () => plays.flatMap((play) => play.listEntries()),
    step(request) {
      const picked = pickReplica(request, rules, places);
      const replica = replicas[picked];
      if (!replica) throw new Error(`Request ${request.index} goes to no replica.`);
      const played = replica.play.step(request);
      return { ...played, turn: { ...played.turn, member: replica.member }, replica: picked };
    },
  };
}
