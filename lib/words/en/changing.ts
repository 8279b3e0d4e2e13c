/** English texts of words that change from request to request. */
export const changing = {
  how_request: "each request",
  how_clock: "by the minute",
  how_day: "by the day",
  how_conversation: "each conversation",
  how_never: "never",
  changesHow: "Changes {how}",
  neverChanges: "Never changes",
  moveBehind: "Move behind the last marker",
  isNoChange: "Not a changing text",
  asItsKind: "Changes as its kind does",
  menu: "How “{words}” changes",
  described:
    "{kind, select, clock {A date or time} epoch {A timestamp} id {An id} uuid {A UUID} counter {A counter} hash {A hash} folder {A working directory} git {A git status} billing {A client’s billing header} other {A text}} that changes {how}, {source, select, told {as you chose} other {as assumed for its kind}}. {effect}",
  describedStill:
    "{kind, select, clock {A date or time} epoch {A timestamp} id {An id} uuid {A UUID} counter {A counter} hash {A hash} folder {A working directory} git {A git status} billing {A client’s billing header} other {A text}} that never changes, {source, select, told {as you chose} other {as assumed for its kind}}. {effect}",
  sentAsItStands: "It is sent as it is.",
  unmarked: "No marker takes effect in this request.",
  behindMarker: "It is behind the last marker, where a change costs nothing.",
  missesEachConversation:
    "It is at token {token, number}, before the last marker: the first request of each conversation writes the prefix again.",
  missesEachValue:
    "It is at token {token, number}, before the last marker: each new value misses, and the prefix is written again.",
} as const;
