/** Numbers of sites that the lattice spacing's slider goes through: even, about two an octave. */
export const siteCounts: readonly number[] = [8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256];

/** Place of a number of sites on the slider, where the smallest spacing is at 0. */
export function placeOfSites(sites: number): number {
  let best = 0;
  siteCounts.forEach((count, n) => {
    if (Math.abs(Math.log(count / sites)) < Math.abs(Math.log(siteCounts[best] / sites))) best = n;
  });
  return siteCounts.length - 1 - best;
}

export function sitesAtPlace(place: number): number {
  const last = siteCounts.length - 1;
  return siteCounts[last - Math.min(last, Math.max(0, Math.round(place)))];
}
