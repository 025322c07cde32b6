/**
 * A short tone for an alarm; silent until the officer has touched the page, as browsers ask.
 *
 * An alarm sounds until somebody acknowledges it (IMO MSC.302(87), 7.3.8: bridge alert management); a warning once.
 * The tabs of a browser are one desk: one of them sounds, and only one that the officer has touched.
 */
export const REPEAT_MS = 8000;
/** Whoever has sounded speaks for all tabs until shortly before its next turn: a tab that then sleeps is followed by another. */
const SPEAKS_MS = REPEAT_MS - 500;
/** A browser that lets a page sound wakes its audio at once; after this long it will not. */
const WAKES_MS = 300;
const SHARED = "comity-sound";

let audio: AudioContext | null = null;
let speaks = false;

const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export async function chime(urgent: boolean): Promise<void> {
  try {
    audio ??= new AudioContext();
    await Promise.race([audio.resume(), after(WAKES_MS)]); // made before the first touch it is asleep
    if (audio.state !== "running") return;
    // Locks are known to pages of this machine and of HTTPS only; elsewhere each tab sounds for itself.
    if (speaks || !("locks" in navigator)) return tone(audio, urgent);
    const desk = audio;
    await navigator.locks.request(SHARED, { ifAvailable: true }, async (ours) => {
      if (!ours) return;
      speaks = true;
      tone(desk, urgent);
      await after(SPEAKS_MS);
      speaks = false;
    });
  } catch {
    // A desk without sound still has the icon, the word and the colour.
  }
}

function tone(desk: AudioContext, urgent: boolean): void {
  const begin = desk.currentTime;
  for (let turn = 0; turn < (urgent ? 3 : 1); turn += 1) {
    const sound = desk.createOscillator();
    const volume = desk.createGain();
    sound.frequency.value = urgent ? 1300 : 740;
    volume.gain.setValueAtTime(0.12, begin + turn * 0.28);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + turn * 0.28 + 0.22);
    sound.connect(volume).connect(desk.destination);
    sound.start(begin + turn * 0.28);
    sound.stop(begin + turn * 0.28 + 0.24);
  }
}
