/** A sound is written as the service takes it, where its address tells the format. */
import { expect, it } from "vitest";
import { applyEdits } from "./apply-edits";
import { mendSound } from "./mend-sound";

const mend = (part: object): unknown => {
  const text = JSON.stringify({ messages: [{ role: "user", content: [part] }] });
  const result = mendSound(text, "/messages/0/content/0");
  return result.ok ? JSON.parse(applyEdits(text, result.edits)).messages[0].content[0] : null;
};
const sound = (url: string) => ({ type: "audio_url", audio_url: { url } });

it.each([
  ["data:audio/wav;base64,UklG", "data:;base64,UklG", "wav"],
  ["data:audio/mpeg;base64,UklG", "data:;base64,UklG", "mp3"],
  ["data:audio/ogg;codecs=opus;base64,UklG", "data:;base64,UklG", "ogg"],
  ["https://shop.example/calls/17.MP3?sig=a.b", "https://shop.example/calls/17.MP3?sig=a.b", "mp3"],
])("%s", (url, data, format) => {
  const mended = { type: "input_audio", input_audio: { data, format } };
  expect(mend(sound(url))).toEqual(mended);
  expect(mend({ type: "audio_url", audio_url: url })).toEqual(mended);
});

it("keeps a marker beside it", () => {
  const cache_control = { type: "ephemeral" };
  expect(mend({ ...sound("data:audio/wav;base64,UklG"), cache_control })).toMatchObject({ cache_control });
});

it.each(["https://shop.example/calls/17", "https://shop.example", "data:;base64,UklG", "call.wav"])(
  "leaves %s alone: what format it is, it does not tell",
  (url) => {
    expect(mend(sound(url))).toBeNull();
  },
);
