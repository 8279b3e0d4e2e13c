/** A product manual of about 8,700 tokens: the long, stable text of the multi-turn preset. */

const rooms = ["hall", "kitchen", "living room", "bedroom", "study", "bathroom", "garage", "garden"];

const devices = [
  ["ceiling lamp", "Zigbee", "dims from 1 to 100 % and keeps its last colour"],
  ["floor lamp", "Zigbee", "follows the sun when the adaptive scene is on"],
  ["light strip", "Wi-Fi", "takes up to four colours at a time"],
  ["wall plug", "Zigbee", "measures power every ten seconds"],
  ["door sensor", "Thread", "reports open and closed within half a second"],
  ["window sensor", "Thread", "pauses the heating of its room while open"],
  ["motion sensor", "Thread", "ignores pets below 25 kg in pet mode"],
  ["smoke alarm", "Thread", "sounds every alarm in the house together"],
  ["water sensor", "Thread", "closes the main valve when one is paired"],
  ["thermostat", "Zigbee", "learns how long the room takes to warm up"],
  ["radiator valve", "Zigbee", "descales itself once a week at noon"],
  ["air conditioner", "Infrared", "is learnt from its own remote control"],
  ["roller blind", "Wi-Fi", "stops at once when something is in the way"],
  ["door lock", "Bluetooth", "keeps a log of the last 200 entries"],
  ["doorbell", "Wi-Fi", "shows the visitor on any paired screen"],
  ["garden valve", "Zigbee", "skips a day when rain is forecast"],
  ["leak valve", "Zigbee", "can be turned by hand without power"],
  ["air monitor", "Wi-Fi", "measures carbon dioxide, dust and humidity"],
] as const;

const faults = [
  [
    "the light on the front blinks red",
    "the power supply is too weak",
    "use the adapter from the box and a cable of at most 1.5 m",
  ],
  [
    "the app finds no controller",
    "phone and controller are in different networks",
    "join the same 2.4 GHz network and open the app again",
  ],
  [
    "pairing stops half-way",
    "the device is still known to another hub",
    "reset the device and pair it within one metre",
  ],
  ["a device answers late", "the mesh has no router nearby", "pair a mains-powered device between the two"],
  [
    "a scene runs twice",
    "two rules share one trigger",
    "open the rule list, sort by trigger and switch one off",
  ],
  ["voice commands fail", "the account link has expired", "unlink and link the account again in the app"],
  [
    "the schedule is one hour off",
    "the time zone was set by hand",
    "switch on automatic time in the settings",
  ],
  [
    "the energy view is empty",
    "no plug has reported today",
    "wait ten minutes or press the plug's button once",
  ],
  ["an update does not start", "free memory is below 200 MB", "delete old recordings and try again"],
  ["the lock reports a jam", "the bolt meets resistance", "adjust the strike plate and calibrate the lock"],
] as const;

const deviceList = rooms
  .flatMap((room) => devices.map(([device, radio, note]) => `- ${device} (${room}): ${radio}; it ${note}.`))
  .join("\n");

const faultList = faults
  .flatMap(([symptom, cause, mend], at) =>
    [
      "indoors",
      "outdoors",
      "after an update",
      "after a power cut",
      "in winter",
      "with guests in the house",
    ].map(
      (when, index) => `E${at + 1}${index + 1}. If ${symptom} ${when}: most often ${cause}. Mend: ${mend}.`,
    ),
  )
  .join("\n");

const pairing = devices
  .map(
    ([device, radio], at) =>
      `### ${device}\nTo pair: open the app, choose "Add", then "${device}", and hold its button for ${3 + (at % 5)} seconds until it blinks. Keep it within ${at % 2 === 0 ? "one metre" : "three metres"} of the controller meanwhile. To reset: hold the button for ${10 + (at % 4)} seconds. Its ${radio} signal reaches ${8 + at} metres through one wall. ${
        radio === "Wi-Fi" || radio === "Infrared"
          ? "It runs on mains power."
          : `Its battery lasts about ${12 + at} months; the app warns at 15 %.`
      }`,
  )
  .join("\n");

const scenes = [
  ["Good morning", "06:30 on weekdays", "opens the blinds, warms the bathroom and reads the weather aloud"],
  ["Leaving", "the last phone leaves", "switches every plug off, locks the door and arms the sensors"],
  [
    "Coming home",
    "the first phone returns",
    "unlocks after the code, lights the hall and warms the living room",
  ],
  ["Dinner", "19:00 or by voice", "dims the kitchen to 60 % and mutes the doorbell"],
  ["Film", "the screen is switched on", "closes the blinds and leaves one floor lamp at 10 %"],
  ["Good night", "23:00 or by voice", "locks, lowers the heating and lights the way to the bathroom"],
  ["Holiday", "switched on by hand", "plays the light of a usual week and waters the garden"],
  ["Fire", "any smoke alarm", "opens the blinds, lights every lamp and calls the numbers on the list"],
  ["Flood", "any water sensor", "closes the main valve, switches nearby plugs off and rings every phone"],
  [
    "Fresh air",
    "carbon dioxide above 1,200 ppm",
    "asks to open a window and pauses the heating of that room",
  ],
  ["Rain", "the forecast says rain within two hours", "closes the roof window and skips the garden valve"],
  ["Guests", "switched on by hand", "gives a code for one day and turns the motion alarm off"],
]
  .map(
    ([name, trigger, effect]) =>
      `- ${name}. Starts when: ${trigger}. What it does: it ${effect}. It can be edited, copied and switched off in the app.`,
  )
  .join("\n");

const calendar = [
  [
    "January",
    "test every smoke alarm and write the date on it",
    "batteries last about a third less in the cold",
  ],
  ["February", "clean the lenses of the motion sensors with a dry cloth", "dust shortens their reach"],
  [
    "March",
    "check the garden valve for frost damage before the first watering",
    "a slow drip is reported as a leak",
  ],
  ["April", "wash the wind sensor and the rain gauge", "pollen blocks the gauge"],
  [
    "May",
    "run the air conditioner for ten minutes and learn its remote control anew if needed",
    "remotes change with their batteries",
  ],
  ["June", "set the blinds to the summer scene", "rooms to the south stay two degrees cooler"],
  [
    "July",
    "read the energy view and look for plugs above 5 W at night",
    "most homes save by switching three of them off",
  ],
  ["August", "try the water sensors with a wet finger", "the valve must close within four seconds"],
  ["September", "open every radiator valve once and let it calibrate", "a stuck pin is freed by hand"],
  ["October", "change the batteries that show less than 20 %", "the app orders them by age"],
  ["November", "drain the garden line and switch the valve to winter", "water left in it bursts the line"],
  ["December", "make a backup of the rules to a phone or a card", "a backup fits any later controller"],
]
  .map(([month, task, why]) => `- ${month}: ${task}; ${why}.`)
  .join("\n");

const ruleExamples = rooms
  .flatMap((room, at) => [
    `- In the ${room}, motion after sunset: light at ${20 + at * 10} % for ${2 + at} minutes, unless the film scene is on. Nothing else in the home changes.`,
    `- In the ${room}, window open for ${5 + at} minutes while it is below ${4 + at} °C outside: heating off and one message, once a day at most.`,
    `- In the ${room}, nobody for ${30 + at * 5} minutes: every lamp off, the plugs marked "always on" left alone.`,
  ])
  .join("\n");

export const controllerManual = `You are the support assistant for the Hearth One smart home controller. Answer from the manual below, in at most four sentences. If the manual does not answer a question, say so and offer to open a ticket.

# Hearth One manual

## Overview
Hearth One joins lamps, sensors, locks and heating of several makers into one home. It speaks Zigbee, Thread, Wi-Fi, Bluetooth and infrared, runs every rule on the device itself, and works without the internet once it has been set up. It controls up to 256 devices, 64 scenes and 400 rules.

## Installation
1. Place the controller in the middle of the home, upright, at least 30 cm from metal and from the router.
2. Connect the power adapter (5 V, 2 A). The front light turns white after about 40 seconds.
3. Open the app, choose "Add a controller" and scan the code on the underside.
4. Choose the 2.4 GHz network. Networks of 5 GHz alone cannot be used for set-up.
5. Let the first update finish. It takes up to six minutes; do not unplug the controller meanwhile.

## Voice assistants
Tmall Genie, Xiaodu, XiaoAi, Siri and any assistant that supports Matter can switch devices and start scenes. Locks need a spoken code of four digits. Assistants are linked in the app under Settings, Voice.

## Privacy
Rules, names of rooms and recordings stay on the controller. Only the account link, the update check and remote access leave the home, each can be switched off alone.

## Devices by room
${deviceList}

## Pairing, reset and range
${pairing}

## Scenes
${scenes}

## Rules by example
${ruleExamples}

## Calendar of care
${calendar}

## Energy
The energy view adds up every plug, lamp and valve by hour, day and month. Prices can be entered for up to four times of day. The view names the five devices that use the most, shows what the same month used last year, and proposes one change a week; nothing is changed without a tap.

## Faults
${faultList}

## Support
Tickets are answered within one working day. Have the serial number at hand: it begins with H1 and stands on the underside.

Before a ticket is opened, try these four steps with the customer, in this order. First, unplug the controller, wait ten seconds and plug it in again; most faults of the radio are gone after that step has been taken. Second, open the app, go to Settings, System, and look at the date of the last update; install one that waits. Third, move the device that makes trouble to within one metre of the controller and try again; if it works there, the distance is the cause. Fourth, remove the device in the app and pair it anew; its rules and scenes are kept for thirty days.

If none of this helps, ask for the colour of the front light, the name of the device, the room and the time of the last failure, and write all four into the ticket. Do not ask for passwords, codes of locks or pictures of rooms. A replacement within the warranty of twenty-four months is free of charge and leaves the warehouse on the day after the ticket is confirmed; the old device goes back in the same box, with the label that comes with the new one.
`;
