/** Every syntax error says where it is, what it is, and how to mend it. */
import { expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { parsePrompt } from "./parse";

it.each([
  ["", "Line 1, column 1: the text is empty; paste a request body or an array of messages."],
  [
    "// x",
    "Line 1, column 5: a value is missing before the end of the text; add one, or remove the comma or colon in front.",
  ],
  [
    '[\n  {"role": "user" "content": "x"}]',
    'Line 2, column 19: a comma is missing between the string before it and "content"; add ",".',
  ],
  ["[{} {}]", 'Line 1, column 5: a comma is missing between "}" before it and "{"; add ",".'],
  ['{"a": True}', "Line 1, column 7: JSON does not know True; write true."],
  ['{"a": None}', "Line 1, column 7: JSON does not know None; write null."],
  ["{'a': 1}", 'Line 1, column 2: "\'" is not a quotation mark in JSON; write plain double quotes.'],
  ["[“a”]", 'Line 1, column 2: "“" is not a quotation mark in JSON; write plain double quotes.'],
  ["{role: 1}", 'Line 1, column 2: "role" is not a JSON value; put names and texts in double quotes.'],
  ["[@]", 'Line 1, column 2: "@" does not belong here; remove it, or put it in double quotes.'],
  ['{"a" 1}', 'Line 1, column 6: a colon is missing after a property name, before "1"; add ":".'],
  [
    '{"a": }',
    'Line 1, column 7: a value is missing before "}"; add one, or remove the comma or colon in front.',
  ],
  ["{1: 2}", 'Line 1, column 2: a property name in double quotes belongs before "1".'],
  [
    '["a\nb"]',
    "Line 1, column 2: a string is not closed on its line; end it with a double quote, and write line breaks inside it as \\n.",
  ],
  [
    '["a\tb"]',
    "Line 1, column 4: a control character is inside a string; write a tab as \\t and others as \\u00XX.",
  ],
  ['["\\\\x \\x"]', "Line 1, column 7: JSON does not know this escape; write \\\\ for a backslash itself."],
  [
    '["\\u12"]',
    "Line 1, column 3: \\u needs four hexadecimal digits; complete them, or write \\\\u for a backslash and a u.",
  ],
  ["[1.]", "Line 1, column 2: a number is cut short; write digits after the point or the exponent."],
  [
    "[1] [2]",
    'Line 1, column 5: "[" follows the end of the JSON value; remove it, or enclose everything in one array or object.',
  ],
  [
    '{\n"a": [1',
    'Line 2, column 8: the text ends too early; the "[" of line 2, column 6 is not closed; add "]".',
  ],
  [
    '{\n"a": [1}',
    'Line 2, column 8: "}" does not fit here; the "[" of line 2, column 6 is not closed; add "]".',
  ],
  [
    '{"a": 1',
    'Line 1, column 8: the text ends too early; the "{" of line 1, column 1 is not closed; add "}".',
  ],
  ["[1] /* x", 'Line 1, column 5: a comment is not closed; end it with "*/".'],
  ["[\r\n1\r\n2]", 'Line 3, column 1: a comma is missing between the value before it and "2"; add ",".'],
])("%j", (text, message) => {
  expect(inEnglish(parsePrompt(text))).toEqual({
    prompt: null,
    errors: [{ code: "json-invalid", message, pointer: "", range: expect.anything() }],
  });
});
