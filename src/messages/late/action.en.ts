/** English of the action: how a run's path is wiggled, and what late times weigh. */
export const actionMessages = {
  'chart.action.title': 'What late times weigh',
  'chart.action.help':
    'The two terms of the action, with the universe’s volume and, dotted, without: the volume makes late times count more.',
  'chart.wiggle.title': 'Wiggle the path',
  'chart.wiggle.help':
    'Drag the run’s own path: without heat its action is stationary there, but least for ever only where the mode does not swing; a mode that swings makes it least for half a period.',
  'chart.action.axis': 'log₁₀, {unit}; dotted: without volume; *S* so far {value}',
  'chart.action.volume': 'volume e^{∫γ}',
  'chart.action.kinetic': 'e^{∫γ}*T*',
  'chart.action.cost': 'e^{∫γ}(*C* − *C*₀)',
  'chart.action.plainCost': 'e^{∫γ}*C*',
  'chart.action.empty': 'Press play: what each moment adds to the action appears here.',
  'chart.action.summary':
    'The terms of the action up to time {time}: the volume has grown by {volume} decades. S so far is {value}; its equation holds to {residual}.',
  'wiggle.empty': 'Press play: the run’s own path appears here, to be wiggled.',
  'wiggle.none':
    'Descent has no such action: it has no inertia (*μ* = 0), so there is nothing that its path makes stationary. Switch the main run to second order.',
  'wiggle.noMemory':
    'Friction is so large that a step keeps nothing of the one before (*μ* = 0 in these numbers): this run is textbook descent, which has no such action.',
  'wiggle.path': '{along} and its wiggle',
  'wiggle.mode': 'mode {index}',
  'wiggle.action': '*S*(*ε*) − *S*(0)',
  'wiggle.along': 'Along',
  'wiggle.alongWeight': 'weight {weight}',
  'wiggle.alongMode': 'mode',
  'wiggle.modeIndex': 'Mode',
  'wiggle.modeValue': 'mode {index} of {count}, curvature {lambda}',
  'wiggle.epsilon': '*ε*',
  'wiggle.epsilonName': 'Size of the wiggle, ε',
  'wiggle.width': 'Width',
  'wiggle.widthName': 'Width of the bump',
  'wiggle.widthValue': '{width} of the path’s {length}',
  'wiggle.least': 'Least',
  'wiggle.saddle': 'Saddle',
  'wiggle.shaken': 'Not stationary',
  'wiggle.shakenWhy': 'heat shakes this path, and noise is no part of its action',
  'wiggle.leastEver': 'along it for ever: it does not swing',
  'wiggle.leastYet': 'so far: along it no direction falls',
  'wiggle.leastUntil': 'only for half a period, *π*/*Ω* = {half}',
  'wiggle.falls':
    '{count, plural, one {# direction falls} other {# directions fall}}; one more each half period {half}',
  'wiggle.fallsSome': '{count, plural, one {# direction falls} other {# directions fall}}',
  'wiggle.all':
    'all weights together: {count, plural, =0 {no direction falls} one {# direction falls} other {# directions fall}}',
  'wiggle.rises': 'this bump lifts *S*',
  'wiggle.lowers': 'this bump lowers *S*',
  'wiggle.residual': 'd*S*/d*ε* = 0 at *ε* = 0: its equation holds to {residual} (exact)',
  'wiggle.near':
    'd*S*/d*ε* ≈ 0: this method obeys its equation to {residual}, up to a power of the step (approximate)',
  'wiggle.off': 'd*S*/d*ε* ≠ 0: its equation is off by {residual}',
  'wiggle.summed': '*S*(*ε*): the discrete action, summed along the bent path (exact)',
  'wiggle.second':
    'dashed: *S*(*ε*) to second order, for the path is long; summed along it once the run rests',
  'wiggle.window': 'the last {steps} steps',
  'wiggle.summary':
    'The run’s own path along {along} over a time of {length}, with a bump of width {width} added. {verdict}.',
} as const;
