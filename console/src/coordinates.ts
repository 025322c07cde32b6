/**
 * Positions as officers type them: decimal degrees, degrees and minutes, degrees, minutes and seconds.
 *
 * Degrees; north and east are positive. Digits, letters and words of the Arabic, French and English habits are read
 * (ش, شمالًا; O, ouest; N, north). What could mean two things is refused, never guessed.
 */

export interface Position {
  lat: number;
  lon: number;
}

export type Form = "decimal" | "dm" | "dms";

export type Fault = "empty" | "unreadable" | "one" | "letters" | "minutes" | "seconds" | "latitude" | "longitude" | "sign";

export type Reading = { ok: true; position: Position; form: Form } | { ok: false; fault: Fault };

const LETTERS: Record<string, "N" | "S" | "E" | "W"> = {
  N: "N", S: "S", E: "E", W: "W", O: "W", "ش": "N", "ج": "S", "ق": "E", "غ": "W",
};

/** Whole words for a hemisphere, where no other letter touches them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:NORTH|NORD|(?:ال)?شمال[اًي]{0,2})(?!\p{L})/gu, "N"],
  [/(?<!\p{L})(?:SOUTH|SUD|(?:ال)?جنوب[اًي]{0,2})(?!\p{L})/gu, "S"],
  [/(?<!\p{L})(?:EAST|EST|(?:ال)?شرق[اًي]{0,2})(?!\p{L})/gu, "E"],
  [/(?<!\p{L})(?:WEST|OUEST|(?:ال)?غرب[اًي]{0,2})(?!\p{L})/gu, "W"],
];

interface Half {
  value: number;
  letter: "N" | "S" | "E" | "W" | null;
  form: Form;
}

/** Read a position typed as one text, latitude first unless letters say otherwise. */
export function readPosition(typed: string): Reading {
  const text = plain(typed);
  if (text === "") return { ok: false, fault: "empty" };
  const halves = split(text);
  if (halves === null) return { ok: false, fault: /\d/.test(text) ? "one" : "unreadable" };
  const first = readHalf(halves[0]);
  const second = readHalf(halves[1]);
  if (typeof first === "string") return { ok: false, fault: first };
  if (typeof second === "string") return { ok: false, fault: second };
  if ((first.letter === null) !== (second.letter === null)) return { ok: false, fault: "letters" };
  const firstIsLon = first.letter === "E" || first.letter === "W";
  const secondIsLon = second.letter === "E" || second.letter === "W";
  if (first.letter !== null && firstIsLon === secondIsLon) return { ok: false, fault: "letters" };
  const [lat, lon] = firstIsLon ? [second, first] : [first, second];
  if (Math.abs(lat.value) > 90) return { ok: false, fault: "latitude" };
  if (Math.abs(lon.value) > 180) return { ok: false, fault: "longitude" };
  const form = [lat.form, lon.form].includes("dms") ? "dms" : [lat.form, lon.form].includes("dm") ? "dm" : "decimal";
  return { ok: true, position: { lat: lat.value, lon: lon.value }, form };
}

/** Bring digits, signs and marks to one form, without direction marks. */
function plain(typed: string): string {
  const lettered = WORDS.reduce((text, [word, letter]) => text.replace(word, letter), typed.normalize("NFC").toUpperCase());
  return lettered
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٫]/g, ".")
    .replace(/[،؛;]/g, ",")
    .replace(/[−–—]/g, "-")
    .replace(/''|[″”“ˮ]/g, '"')
    .replace(/[′’‘ʹ´`]/g, "'")
    .replace(/[º˚]/g, "°")
    .replace(/[شجقغ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(\d),(\d)/g, (whole, before: string, after: string, at: number, all: string) =>
      isDecimalComma(all, at) ? `${before}.${after}` : whole,
    )
    .replace(/\s+/g, " ")
    .trim();
}

/** A comma between digits is decimal when the text has another comma or letter that parts the two halves, or marks. */
function isDecimalComma(text: string, at: number): boolean {
  const others = (text.slice(0, at) + text.slice(at + 3)).match(/,/g)?.length ?? 0;
  return others > 0 || /[NSEWO°'"]/.test(text) || / /.test(text.trim());
}

/** Part a text into the two halves, or return null when it holds only one. */
function split(text: string): [string, string] | null {
  const trailing = /^(.*?[NSEWO])[ ,/]*(.*[NSEWO])$/.exec(text);
  if (trailing && /\d/.test(trailing[1] ?? "") && /\d/.test(trailing[2] ?? "")) return [trailing[1]!, trailing[2]!];
  const leading = /^([NSEWO].*?)[ ,/]*([NSEWO].*)$/.exec(text);
  if (leading && /\d/.test(leading[1] ?? "") && /\d/.test(leading[2] ?? "")) return [leading[1]!, leading[2]!];
  const comma = /^([^,/]+)[,/] *([^,/]+)$/.exec(text);
  if (comma) return [comma[1]!.trim(), comma[2]!.trim()];
  const words = text.split(" ");
  if (words.length % 2 === 0 && words.length <= 6 && !/[NSEWO]/.test(text)) {
    const half = words.length / 2;
    return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
  }
  return null;
}

function readHalf(text: string): Half | Fault {
  const parts = /^([NSEWO]?) *([-+]?) *(.+?) *([NSEWO]?)$/.exec(text);
  if (!parts) return "unreadable";
  const [, before = "", sign = "", body = "", after = ""] = parts;
  if (before && after) return "letters";
  const letter = before || after ? (LETTERS[before || after] ?? null) : null;
  if (sign && letter) return "sign";
  const isLon = letter === "E" || letter === "W";
  const numbers = numbersOf(body, isLon);
  if (numbers === null) return "unreadable";
  const [degrees, minutes, seconds] = numbers;
  if (minutes !== undefined && (minutes >= 60 || !Number.isInteger(degrees))) return "minutes";
  if (seconds !== undefined && (seconds >= 60 || !Number.isInteger(minutes))) return "seconds";
  const size = degrees! + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600;
  const negative = sign === "-" || letter === "S" || letter === "W";
  const form: Form = seconds !== undefined ? "dms" : minutes !== undefined ? "dm" : "decimal";
  return { value: negative ? -size : size, letter, form };
}

/** The one to three numbers of a half; `3648.5` with a letter is degrees and minutes run together, as on radio. */
function numbersOf(body: string, isLon: boolean): number[] | null {
  const compact = isLon ? /^(\d{3})(\d{2}(?:\.\d+)?)$/.exec(body) : /^(\d{2})(\d{2}(?:\.\d+)?)$/.exec(body);
  if (compact) return [Number(compact[1]), Number(compact[2])];
  const marked = /^(\d{1,3}(?:\.\d+)?) ?[° -]? ?(?:(\d{1,2}(?:\.\d+)?) ?['\- ]? ?)?(?:(\d{1,2}(?:\.\d+)?) ?"?)?$/.exec(body);
  if (!marked) return null;
  return marked.slice(1).filter((each) => each !== undefined).map(Number);
}
