/** The lab's own address with a shipped scenario or a link, without what is said of an embed. */
export function runAddress(href: string, shippedId: string | null, link = ''): string {
  const url = new URL('./', href);
  // A link says everything by itself.
  if (link === '' && shippedId !== null) url.searchParams.set('scenario', shippedId);
  url.hash = link;
  return url.href;
}

/** The address by which anybody opens a step of a shipped lesson: of the page itself, with nothing else that it was asked for. */
export function stepAddress(href: string, id: string, step: string): string {
  const url = new URL(href);
  url.search = '';
  url.hash = '';
  url.searchParams.set('lesson', id);
  url.searchParams.set('step', step);
  return url.href;
}

/** The address of the lab with a run: a shipped scenario from its start, or what a link is of. */
export function labAddress(shippedId: string | null, link = ''): string {
  return runAddress(window.location.href, shippedId, link);
}
