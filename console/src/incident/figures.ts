/** Figures of a search as officers read them; each is an island that reads from left to right: show it in `Value`. */
const M_PER_NM = 1852;
const M_PER_FOOT = 0.3048;
const M_S_PER_KT = 1852 / 3600;

/** `45.5 %`, `< 0.1 %`; `—` for none */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "—";
  if (share > 0 && share < 0.0005) return "< 0.1 %";
  return `${(share * 100).toFixed(1)} %`;
}

/** `45.5`, for a sentence that says per cent by itself */
export const permille = (share: number): string => (Number.isFinite(share) ? (share * 100).toFixed(1) : "—");

/** `+1.3`, `−0.4`, `±0.0`: points of a hundred between two shares */
export function points(change: number): string {
  if (!Number.isFinite(change)) return "—";
  const rounded = (Math.abs(change) * 100).toFixed(1);
  return `${rounded === "0.0" ? "±" : change > 0 ? "+" : "−"}${rounded}`;
}

/** `26.6`, miles with one decimal; two below ten */
export function nauticalMiles(metres: number): string {
  const miles = metres / M_PER_NM;
  return Number.isFinite(miles) ? miles.toFixed(miles < 10 ? 2 : 1) : "—";
}

/** `26.6 × 9.24 NM` */
export const sides = (lengthM: number, widthM: number): string => `${nauticalMiles(lengthM)} × ${nauticalMiles(widthM)} NM`;

/** `90 kt` */
export const knots = (metresPerSecond: number): string => `${Math.round(metresPerSecond / M_S_PER_KT)} kt`;

/** `500 ft` */
export const feet = (metres: number): string => `${Math.round(metres / M_PER_FOOT)} ft`;

/** `0.46`, the coverage of each object, each once */
export const coverages = (values: readonly number[]): string => [...new Set(values.map((each) => each.toFixed(2)))].join(" / ") || "—";

export const metresOf = (miles: number): number => miles * M_PER_NM;
export const milesOf = (metres: number): number => Math.round((metres / M_PER_NM) * 100) / 100;
