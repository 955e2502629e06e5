/** How targets tell classes apart; null where they are numbers to be met. */
export type Classes = { readonly kind: 'sign' | 'bit' | 'one-hot' } | null;

function holdsOnly(targets: ArrayLike<number>, low: number, high: number): boolean {
  let lows = 0;
  let highs = 0;
  for (let i = 0; i < targets.length; i++) {
    if (targets[i] === low) lows++;
    else if (targets[i] === high) highs++;
    else return false;
  }
  // One value alone parts nothing.
  return lows > 0 && highs > 0;
}

function isOneHot(targets: ArrayLike<number>, outputCount: number): boolean {
  for (let row = 0; row < targets.length; row += outputCount) {
    let ones = 0;
    for (let output = 0; output < outputCount; output++) ones += targets[row + output] === 1 ? 1 : 0;
    if (ones !== 1) return false;
  }
  return true;
}

/**
 * Finds out whether targets [samples × outputs] are classes: −1 and 1, or 0 and 1, of a single output; or one-hot
 * rows (a single 1, the rest 0 or −1).
 */
export function classesOf(targets: ArrayLike<number>, outputCount: number): Classes {
  if (targets.length === 0 || outputCount === 0) return null;
  const signs = holdsOnly(targets, -1, 1);
  const bits = !signs && holdsOnly(targets, 0, 1);
  if (!signs && !bits) return null;
  if (outputCount === 1) return { kind: signs ? 'sign' : 'bit' };
  return isOneHot(targets, outputCount) ? { kind: 'one-hot' } : null;
}

/** The output value that parts two classes; 0 where there are none. @param logits  see ChartTrack */
export function thresholdOf(classes: Classes, logits = false): number {
  return classes?.kind === 'bit' && !logits ? 0.5 : 0;
}

function largest(values: ArrayLike<number>, from: number, count: number): number {
  let at = 0;
  for (let output = 1; output < count; output++) if (values[from + output] > values[from + at]) at = output;
  return at;
}

/** How many of the samples have outputs that tell their class. Ties count as wrong. **exact** */
export function rightOf(
  classes: NonNullable<Classes>,
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  outputCount: number,
  logits = false,
): number {
  const samples = Math.floor(Math.min(outputs.length, targets.length) / outputCount);
  let right = 0;
  for (let sample = 0; sample < samples; sample++) {
    const from = sample * outputCount;
    if (classes.kind === 'one-hot') {
      if (largest(outputs, from, outputCount) === largest(targets, from, outputCount)) right++;
    } else {
      const above = outputs[from] - thresholdOf(classes, logits);
      if (above * (targets[from] - thresholdOf(classes)) > 0) right++;
    }
  }
  return right;
}

/** Part of the samples whose class the outputs tell, 0 to 1; NaN without samples. */
export function accuracyOf(
  ...[classes, outputs, targets, outputCount, logits]: Parameters<typeof rightOf>
): number {
  const samples = Math.floor(Math.min(outputs.length, targets.length) / outputCount);
  return rightOf(classes, outputs, targets, outputCount, logits) / samples;
}
