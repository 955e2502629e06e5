let latest = 0;

/**
 * Called when a hand asks for another run. Files and scenarios arrive in the order of the network, not of the hand.
 *  @returns  tells whether nothing was asked for since: only then may what arrived be opened
 */
export function takeTurn(): () => boolean {
  latest += 1;
  const mine = latest;
  return () => mine === latest;
}
