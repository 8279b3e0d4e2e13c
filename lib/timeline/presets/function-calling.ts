/** Function calling: tools are part of the system segment, so the marker on the system message covers them. */
import type { Preset } from "./preset";
import { markedMessage, plainMessage, writeRequest } from "./write-request";

const MODEL = "qwen3.7-max";

const cities = [
  ["Beijing", "PEK", "UTC+8"], ["Shanghai", "PVG", "UTC+8"], ["Hangzhou", "HGH", "UTC+8"], ["Shenzhen", "SZX", "UTC+8"],
  ["Chengdu", "CTU", "UTC+8"], ["Hong Kong", "HKG", "UTC+8"], ["Singapore", "SIN", "UTC+8"], ["Tokyo", "HND", "UTC+9"],
  ["Seoul", "ICN", "UTC+9"], ["Bangkok", "BKK", "UTC+7"], ["Jakarta", "CGK", "UTC+7"], ["Dubai", "DXB", "UTC+4"],
  ["Frankfurt", "FRA", "UTC+1"], ["London", "LHR", "UTC+0"], ["Washington", "IAD", "UTC-5"],
] as const;

const system = `You are a travel desk assistant. Use the tools for facts; never guess a fare, a time or the weather.

# How to work
1. Ask for what is missing before calling a tool: a city, a date, the number of travellers.
2. Call one tool at a time unless two calls do not depend on each other.
3. Give times in the local time of the place they happen in, and say so.
4. Name the source of every figure: the tool and the time it was asked.
5. When a tool fails, try once more, then say plainly what could not be found.

# Fares
- Fares are shown in the currency of the place of departure, with taxes and one bag of 23 kg unless a tool says otherwise.
- A fare holds for fifteen minutes. After that, ask again before naming it.
- Children under two fly on a lap at a tenth of the fare; from two to eleven at three quarters.
- A change costs the difference of the fares and a fee that the tool names; a name can be corrected once, free of charge.

# Weather
- Name temperature, wind and rain, in this order, and only for the days that were asked for.
- Give warnings of the weather service in full, with their time and the area they hold for.
- Forecasts beyond three days are not offered; say so and propose to ask again nearer to the day.

# Cities the desk serves
${cities
  .map(
    ([city, airport, zone]) =>
      `- ${city}: airport ${airport}, ${zone}; allow 90 minutes before departure and 60 minutes for the way into town; the desk is open from 08:00 to 22:00 local time.`,
  )
  .join("\n")}

EXTRA`;

const parameter = (description: string) => ({ type: "string", description });

const tools = [
  {
    type: "function",
    function: {
      name: "get_weather",
      description: "Weather of a city, now and for the next three days",
      parameters: {
        type: "object",
        properties: { city: parameter("Name of the city"), unit: { type: "string", enum: ["celsius", "fahrenheit"] } },
        required: ["city"],
      },
    },
  },
  {
    type: "function",
    function: {
      name: "search_flights",
      description: "Flights between two cities on one day",
      parameters: {
        type: "object",
        properties: {
          origin: parameter("City of departure"),
          destination: parameter("City of arrival"),
          date: parameter("Day of departure, YYYY-MM-DD"),
        },
        required: ["origin", "destination", "date"],
      },
    },
  },
];

export const functionCalling: Preset = {
  id: "function-calling",
  title: "Function calling",
  description: "Tools count as part of the system text: mark the system message and keep the tools unchanged.",
  model: MODEL,
  text: writeRequest({
    model: MODEL,
    thinking: false,
    tools,
    messages: [markedMessage("system", system), plainMessage("user", "What is the weather in Beijing today?")],
  }),
  scenario: {
    name: "Two questions, two tools",
    duration: 2,
    reply: '{"name": "get_weather", "arguments": {"city": "Beijing"}}',
    turns: [
      {
        mode: "replace",
        gap: 25,
        user: "Find flights from Shanghai to Beijing for tomorrow.",
        reply: '{"name": "search_flights", "arguments": {"origin": "Shanghai", "destination": "Beijing"}}',
      },
    ],
  },
};
