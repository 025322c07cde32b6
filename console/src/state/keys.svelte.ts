/**
 * Whether single keys (1, /, N, + …) act by themselves on this screen; an officer may turn them off (WCAG 2.2, 2.1.4).
 *
 * Who dictates, or whose hand trembles, would else open pages and step through hours without meaning to.
 */
const KEPT = "comity-keys";

class Keys {
  act = $state(localStorage.getItem(KEPT) !== "off");

  choose(act: boolean): void {
    this.act = act;
    localStorage.setItem(KEPT, act ? "on" : "off");
  }
}

export const keys = new Keys();
