/** Day, dusk and night watch; by the sun unless the officer chose. */
import { type Light, lightBySun, sunElevation } from "../sun.ts";
import { type Place, screen } from "./screen.svelte.ts";

export type Mode = Light;
export type Choice = Mode | "sun";
export const CHOICES: readonly Choice[] = ["sun", "day", "dusk", "night"];
const LOOK_MS = 15_000; // the sun sinks by a sixteenth of a degree in that time

class Display {
  choice = $state<Choice>(firstChoice());
  #lookedMs = $state(Date.now());

  readonly mode = $derived<Mode>(this.choice === "sun" ? lightBySun(sunElevation(this.#lookedMs, screen.desk ?? meridian())) : this.choice);

  constructor() {
    setInterval(() => (this.#lookedMs = Date.now()), LOOK_MS);
  }

  /** The key `N`: the next of sun, day, dusk, night. */
  next(): void {
    this.choose(CHOICES[(CHOICES.indexOf(this.choice) + 1) % CHOICES.length]!);
  }

  choose(choice: Choice): void {
    this.choice = choice;
    localStorage.setItem("comity-mode", choice);
  }
}

function firstChoice(): Choice {
  const asked = new URLSearchParams(location.hash.split("?")[1] ?? "").get("mode") ?? localStorage.getItem("comity-mode");
  const choice = CHOICES.find((each) => each === asked) ?? "sun";
  localStorage.setItem("comity-mode", choice);
  return choice;
}

/** Where the settings name no desk: the meridian of its clock, at the latitude of the Mediterranean. */
function meridian(): Place {
  return { lat: 36, lon: -new Date().getTimezoneOffset() / 4 };
}

export const display = new Display();
