export type Light = "day" | "dusk" | "night";

/** The upper edge of the sun is on the horizon: its centre 16′ below, and 34′ of refraction (U.S. Naval Observatory). */
export const SUNSET_DEG = -50 / 60;
/** End of civil twilight (U.S. Naval Observatory): without lamps, objects on the sea are no longer made out. */
export const CIVIL_TWILIGHT_DEG = -6;

/** Which light the sun gives: day, civil twilight, or less. */
export function lightBySun(elevationDeg: number): Light {
  if (elevationDeg > SUNSET_DEG) return "day";
  return elevationDeg > CIVIL_TWILIGHT_DEG ? "dusk" : "night";
}

/**
 * How high the middle of the sun stands, in degrees above the horizon, without refraction; good to 0.02°.
 *
 * Source: the low-precision formulas of the Astronomical Almanac (mean longitude, mean anomaly, ecliptic longitude).
 */
export function sunElevation(ms: number, at: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const days = ms / 86_400_000 - 10_957.5; // since 2000-01-01T12:00Z
  const anomaly = (357.528 + 0.985_600_3 * days) * rad;
  const ecliptic = (280.46 + 0.985_647_4 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * rad;
  const tilt = (23.439 - 0.000_000_4 * days) * rad;
  const declination = Math.asin(Math.sin(tilt) * Math.sin(ecliptic));
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(ecliptic), Math.cos(ecliptic));
  const sidereal = (280.460_618_37 + 360.985_647_366_29 * days + at.lon) * rad;
  const height =
    Math.sin(at.lat * rad) * Math.sin(declination) +
    Math.cos(at.lat * rad) * Math.cos(declination) * Math.cos(sidereal - ascension);
  return Math.asin(height) / rad;
}
