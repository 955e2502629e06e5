/** English of what convolutional rings add to the dictionary and to places of synapses. */
export const convRingMessages = {
  'dictionary.kernel': 'kernel *c*′ → *c*',
  'dictionary.kernelRow': 'row',
  'dictionary.tap': 'tap *s*',
  'dictionary.tapColumn': 'column *s*',
  'dictionary.shared': 'use at *N* places',
  'dictionary.oneSite': 'one site',

  'axis.channelOut': 'to channel {value}',
  'axis.channelIn': 'from channel {value}',
  'axis.tap': 'tap {value}',
} as const;
