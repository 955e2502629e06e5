/**
 * Bonds of a torus of rows × columns sites (site r·columns + c), [2B] with B = 2·rows·columns: first the
 * bond to the site below (r+1, c) of every site in site order, then the bond to the right (r, c+1).
 * With two rows or columns the two bonds between a pair of sites are both kept.
 */
export function torusBonds(rows: number, columns: number): Int32Array {
  const sites = rows * columns;
  const bonds = new Int32Array(4 * sites);
  for (let site = 0; site < sites; site++) {
    const r = Math.floor(site / columns);
    const c = site % columns;
    bonds[2 * site] = site;
    bonds[2 * site + 1] = ((r + 1) % rows) * columns + c;
    bonds[2 * (sites + site)] = site;
    bonds[2 * (sites + site) + 1] = r * columns + ((c + 1) % columns);
  }
  return bonds;
}
