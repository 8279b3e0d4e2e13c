/** Layouts that do not open by themselves any more: the page could not be drawn with them. They stay in the list. */

const KEY = "set-aside-layouts";
/** The last ones are enough: only the newest layout opens by itself. */
const MOST = 50;

function readSetAside(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export const isSetAside = (id: string): boolean => readSetAside().includes(id);

export function setAside(id: string): void {
  try {
    const others = readSetAside().filter((each) => each !== id);
    localStorage.setItem(KEY, JSON.stringify([...others, id].slice(-MOST)));
  } catch {
    // Without storage nothing opens by itself either.
  }
}
