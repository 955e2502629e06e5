/** English of what deep rings add to the pictures and the equations. */
export const deepRingMessages = {
  'view.network.glossDeep': '{neurons} neurons on {levels} levels, {weights} weights',
  'view.field.glossComponents': '{sheets} sheets of {rows} layers × {columns} sites, one per component',
  'view.field.summaryComponents':
    '{sheets} sheets of {rows} layers × {columns} sites, {weights} weights at t = {time}: largest {high} at {highSite}, smallest {low} at {lowSite}; {tracks}',
  'view.field.layerOf': 'layer {row}, {track}',
} as const;
