/** Things that share a name, together, in the order in which the names first come. */
export function gathered<T>(all: Iterable<T>, by: (each: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const name = by(each);
    const like = found.get(name);
    if (like) like.push(each);
    else found.set(name, [each]);
  }
  return found;
}
