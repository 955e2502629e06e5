import { useLab } from '../../store/index.ts';

/** The lab's own address with a shipped scenario, without what is said of an embed. */
export function scenarioAddress(href: string, shippedId: string | null): string {
  const url = new URL('./', href);
  if (shippedId !== null) url.searchParams.set('scenario', shippedId);
  return url.href;
}

/** The address of the lab with the run as it stands. */
export function labAddress(shippedId: string | null = useLab.getState().shippedId): string {
  return scenarioAddress(window.location.href, shippedId);
}
