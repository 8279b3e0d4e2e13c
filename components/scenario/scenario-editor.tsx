"use client";
/** The scenario as a list of turns that can be edited. */
export function ScenarioEditor() {
  return null;
}
