/** English texts of the cache systems: what they refuse, and why a request read what it read. */
export const systems = {
  hostOfOnesOwn: "A host of one's own",
  moonshotObjects: "Moonshot v1, rented objects",
} as const;
