import { canonicalJson } from '../../scenario/link/canonical.ts';
import { fetchShipped, fetchText } from '../files/shipped.ts';

/**
 * The text of a shipped scenario's file, today's or, with a checksum, as it was when that was its: public/former.json
 * keeps those by `id.sum`; '' where there is none. @throws Error where it cannot be fetched
 */
export async function fetchBase(id: string, sum?: string): Promise<string> {
  if (sum === undefined) return fetchShipped(id);
  const kept: unknown = JSON.parse(await fetchText('./former.json'));
  const name = `${id}.${sum}`;
  if (typeof kept !== 'object' || kept === null || !Object.hasOwn(kept, name)) return '';
  return canonicalJson((kept as Readonly<Record<string, unknown>>)[name]);
}
