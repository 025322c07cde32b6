/** Day, dusk and night watch; by the sun unless the officer chose. */
import { sunElevation } from "../sun.ts";

export type Mode = "day" | "dusk" | "night";
export type Choice = Mode | "sun";
const CHOICES: readonly Choice[] = ["sun", "day", "dusk", "night"];

class Display {
  choice = $state<Choice>(firstChoice());
  #elevation = $state(sunElevation(Date.now(), desk()));

  readonly mode = $derived<Mode>(this.choice === "sun" ? bySun(this.#elevation) : this.choice);

  constructor() {
    setInterval(() => (this.#elevation = sunElevation(Date.now(), desk())), 60_000);
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

function bySun(elevation: number): Mode {
  if (elevation > 0) return "day";
  return elevation > -12 ? "dusk" : "night";
}

function firstChoice(): Choice {
  const asked = new URLSearchParams(location.hash.split("?")[1] ?? "").get("mode") ?? localStorage.getItem("comity-mode");
  const choice = CHOICES.find((each) => each === asked) ?? "sun";
  localStorage.setItem("comity-mode", choice);
  return choice;
}

/** The meridian of this desk's clock, at the latitude of the Mediterranean: near enough for light and dark. */
function desk(): { lat: number; lon: number } {
  return { lat: 36, lon: -new Date().getTimezoneOffset() / 4 };
}

export const display = new Display();
