/** English titles of the mends that the rules offer. */
export const lintFixes = {
  removeMarker: "Remove the marker",
  removeMarkers: "{count, plural, one {Remove the marker} other {Remove all markers}}",
  removeWithMerged: "Remove this marker and {count} merged with it",
  removeMergedMarker: "Remove the merged marker",
  removeEarlierMarkers:
    "{count, plural, one {Remove the earlier marker} other {Remove all markers but the last}}",
  removeDropped:
    "{count, plural, one {Remove the marker that does not count} other {Remove the markers that do not count}}",
  moveMarker: "Move the marker to {place}",
  moveMarkerTo: "Move the marker to {place}, where the prefix is {prefix}",
  moveOntoLastPart: "Move the marker onto the last part",
  convertContent: "Convert the content to an array and move the marker in",
  addMarker: "Add a marker at {place}",
  mark: "Mark {place}, where the prefix is {prefix}",
  remove: "Remove {place}",
  removeIt: "Remove it",
  removeTtl: "Remove the ttl",
  removeCopy: "Remove the second copy",
  addResults: "{count, plural, one {Add an empty result} other {Add empty results}}",
  write: "Write {text}",
  writeInstead: "Write {text} instead",
  writeThere: "Write {figure, number} there",
  writeMarkerOn: "Write cache_control on {place} instead",
  makeUser: "{count, plural, one {Make it a user message} other {Make all but the first user messages}}",
  switchOn: "Switch {key} on",
  replaceSecret: "Replace the secret with a placeholder",
  moveLine:
    "Move the line {where, select, user {into the newest user message} newest {into the newest message} other {behind the last marker}}",
  moveSentence:
    "Move “{line}” {where, select, user {into the newest user message} newest {into the newest message} other {behind the last marker}}",
  putReference:
    "Put “{reference}” here and “{line}” {where, select, user {into the newest user message} newest {into the newest message} other {behind the last marker}}",
} as const;
