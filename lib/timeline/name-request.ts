/** How sentences call a request. */

/** e.g. "request 1": readers count from 1. */
export const nameOf = (index: number): string => `request ${index + 1}`;
