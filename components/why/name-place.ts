/** Names the place of a segment the way a reader counts it. */

interface Segment {
  readonly pointer: string;
  readonly role: string;
}

/** e.g. `the system text`, `the tools`, `message 3 (user)`. */
export function namePlace(segments: readonly Segment[], { pointer, role }: Segment): string {
  if (role === "system") return "the system text";
  if (role === "tools") return "the tools";
  const index = segments.findIndex((segment) => segment.pointer === pointer);
  return index < 0 ? `a message (${role})` : `message ${index + 1} (${role})`;
}
