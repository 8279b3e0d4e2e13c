/** How much of their start two lists share: what is at the same place in both is the same object, or the same value. */

/** Items, from the first on, that are equal by identity. */
export function countAlike(list: readonly unknown[], other: readonly unknown[]): number {
  const most = Math.min(list.length, other.length);
  let alike = 0;
  while (alike < most && list[alike] === other[alike]) alike++;
  return alike;
}
