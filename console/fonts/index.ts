/** The fonts of the console, shipped with it: nothing is asked of another host. */
import './fonts.css'

/** What a style sheet names: `font-family: ${FAMILIES}`. */
export const FAMILIES = "'Noto Sans', 'Noto Sans Arabic', sans-serif"

const SAMPLE = 'Aé° بحر'

/**
 * Resolve once the letters of labels can be drawn. The map draws its labels on a canvas and keeps what it has drawn, so it
 * must not be made earlier.
 */
export async function fontsReady(): Promise<void> {
  const faces = ["16px 'Noto Sans'", "16px 'Noto Sans Arabic'"]
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, SAMPLE)))
}
