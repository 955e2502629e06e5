/** English of the action: how a run's path is wiggled, and what late times weigh. */
export const actionMessages = {
  'chart.action.title': 'What late times weigh',
  'chart.action.help':
    'The two terms of the action, with the universe’s volume and, dotted, without: the volume makes late times count more.',
  'chart.wiggle.title': 'Wiggle the path',
  'chart.wiggle.help':
    'Drag the run’s own path: its action is always stationary there, but least for ever only where the mode does not swing; a mode that swings makes it least for half a period.',
  'chart.action.axis': 'log₁₀, {unit}; dotted: without volume; *S* so far {value}',
  'chart.action.volume': 'volume e^{∫γ}',
  'chart.action.kinetic': 'e^{∫γ}*T*',
  'chart.action.cost': 'e^{∫γ}(*C* − *C*₀)',
  'chart.action.plainCost': 'e^{∫γ}*C*',
  'chart.action.empty': 'Press play: what each moment adds to the action appears here.',
  'chart.action.summary':
    'The terms of the action up to time {time}: the volume has grown by {volume} decades. S so far is {value}; its equation holds to {residual}.',
  'wiggle.empty': 'Press play: the run’s own path appears here, to be wiggled.',
  'wiggle.noneBath':
    'In a heat bath noise moves the weights from step to step: no action is stationary along their path. Switch the main run to second order.',
  'wiggle.none':
    'Descent has no such action: it has no inertia (*μ* = 0), so there is nothing that its path makes stationary. Switch the main run to second order.',
  'wiggle.path': '{along} and its wiggle',
  'wiggle.mode': 'mode {index}',
  'wiggle.action': '*S*(*ε*) − *S*(0)',
  'wiggle.along': 'Along',
  'wiggle.alongWeight': 'weight {weight}',
  'wiggle.alongMode': 'mode',
  'wiggle.modeIndex': 'Mode',
  'wiggle.modeValue': 'mode {index} of {count}, curvature {lambda}',
  'wiggle.epsilon': 'Wiggle *ε*',
  'wiggle.epsilonName': 'Size of the wiggle, ε',
  'wiggle.width': 'Width',
  'wiggle.widthName': 'Width of the bump',
  'wiggle.widthValue': '{width} of the path’s {length}',
  'wiggle.least': 'Least',
  'wiggle.saddle': 'Saddle',
  'wiggle.still': 'Stationary',
  'wiggle.leastEver': 'for ever: it does not swing',
  'wiggle.leastYet': 'so far: no direction falls',
  'wiggle.leastUntil': 'only for half a period, *π*/*Ω* = {half}',
  'wiggle.falls':
    '{count, plural, one {# direction falls} other {# directions fall}}; one more each half period {half}',
  'wiggle.fallsSome': '{count, plural, one {# direction falls} other {# directions fall}}',
  'wiggle.all':
    'all weights together: {count, plural, =0 {no direction falls} one {# direction falls} other {# directions fall}}',
  'wiggle.rises': 'this bump lifts *S*',
  'wiggle.lowers': 'this bump lowers *S*',
  'wiggle.residual': 'd*S*/d*ε* = 0 at *ε* = 0: its equation holds to {residual} (exact)',
  'wiggle.second': 'dashed: to second order while the run goes',
  'wiggle.window': 'the last {steps} steps',
  'wiggle.summary':
    'The run’s own path along {along} over a time of {length}, with a bump of width {width} added. The action is stationary at ε = 0: its equation holds to {residual}. {verdict}. The bump of this width {turn} it.',
  'wiggle.turn.lifts': 'lifts',
  'wiggle.turn.lowers': 'lowers',
} as const;
