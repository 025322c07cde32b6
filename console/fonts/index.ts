/** The fonts of the console, shipped with it: nothing is asked of another host. */
import './fonts.css'

/** What a style sheet names: `font-family: ${FAMILIES}`. */
export const FAMILIES = "'Noto Sans', 'Noto Sans Arabic', sans-serif"

/** A letter or two of each face: a file is loaded when its letters are asked for. */
const LATIN = ["16px 'Noto Sans'", 'Aé°'] as const
const ARABIC = ["16px 'Noto Sans Arabic'", 'بحر'] as const

/**
 * Resolve once the letters of labels can be drawn. The map draws its labels on a canvas and keeps what it has drawn, so it
 * must not be made earlier. Arabic labels stand on Arabic maps only; elsewhere its file (11 kB) is loaded when a page shows
 * such a letter.
 */
export async function fontsReady(language: string): Promise<void> {
  const faces = language === 'ar' ? [LATIN, ARABIC] : [LATIN]
  await Promise.allSettled(faces.map(([face, sample]) => document.fonts.load(face, sample)))
}
