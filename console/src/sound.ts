/**
 * A short tone for an alarm; silent until the officer has touched the page, as browsers ask.
 *
 * An alarm sounds until somebody acknowledges it (IMO MSC.302(87), 7.3.8: bridge alert management); a warning once.
 */
export const REPEAT_MS = 8000;

let audio: AudioContext | null = null;

export function chime(urgent: boolean): void {
  try {
    audio ??= new AudioContext();
    void audio.resume(); // made before the first touch it is asleep
    const begin = audio.currentTime;
    for (let turn = 0; turn < (urgent ? 3 : 1); turn += 1) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = urgent ? 1300 : 740;
      volume.gain.setValueAtTime(0.12, begin + turn * 0.28);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + turn * 0.28 + 0.22);
      tone.connect(volume).connect(audio.destination);
      tone.start(begin + turn * 0.28);
      tone.stop(begin + turn * 0.28 + 0.24);
    }
  } catch {
    // A desk without sound still has the icon, the word and the colour.
  }
}
