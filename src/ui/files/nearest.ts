/** Longest names that are compared: what is longer is no misspelling. */
const LONGEST = 64;

/** Least count of letters put in, left out, exchanged, or swapped with their neighbour, that makes a into b. */
function distance(a: string, b: string): number {
  let two: number[] = [];
  let one = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, one[j] + 1, one[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], two[j - 2] + 1);
    }
    two = one;
    one = row;
  }
  return one[b.length];
}

/** The name that a cut or misspelt one most likely means; null where none is near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const asked = written.trim().toLowerCase();
  if (asked === '' || asked.length > LONGEST) return null;
  // A link that was cut begins as it should.
  const begun = names.find((name) => asked.length >= 3 && name.startsWith(asked));
  if (begun !== undefined) return begun;
  let best: string | null = null;
  let least = Infinity;
  for (const name of names) {
    const far = distance(asked, name);
    if (far < least && far <= Math.max(1, Math.floor(name.length / 3))) {
      least = far;
      best = name;
    }
  }
  return best;
}
