/** English of controls that tell of the run (regime, stability, tracks, comparison), palette, tour and errata. */
export const instrumentMessages = {
  'control.restore': 'Restore the default of {name}',

  'regime.name': 'Regime',
  'regime.overdamped': 'overdamped',
  'regime.critical': 'critically damped',
  'regime.mixed': 'mixed',
  'regime.underdamped': 'underdamped',
  'regime.someSwing': 'at least one mode swings',
  'regime.likelyOverdamped': '≈ overdamped',
  'regime.atStart': '{name} at the start',
  'regime.atStep': '{name} at step {step}',
  'regime.unstable': 'unstable directions',
  'regime.overdampedAbout': 'No mode swings: the field creeps to rest, as gradient flow does.',
  'regime.criticalAbout': 'The fastest mode just stops swinging, and the others creep.',
  'regime.mixedAbout': 'Fast modes swing, others do not.',
  'regime.underdampedAbout': 'Every mode that is not flat swings before it comes to rest.',
  'regime.someSwingAbout': 'Not all curvatures are known here; the largest that was found swings.',
  'regime.likelyOverdampedAbout':
    'Approximate: the largest curvature that was found creeps; a larger one may have been missed.',
  'regime.counts':
    '{swinging, plural, one {# mode swings} other {# modes swing}}, {creeping, plural, one {# creeps} other {# creep}}, {flat, plural, one {# is flat} other {# are flat}}, {growing, plural, one {# grows} other {# grow}}.',
  'regime.critical2': 'Critical friction 2√λ = {gamma}.',
  'regime.criticalRange':
    'Critical friction 2√λ is {slowest} for the slowest mode and {fastest} for the fastest.',
  'regime.criticalAtLeast': 'Critical friction 2√λ is at least {gamma} for the fastest mode.',
  'regime.unstableAbout': 'Growing modes have negative curvature: along them the weights leave this point.',
  'regime.hereAbout':
    'By the curvatures at that step; this cost is not quadratic, so they change on the way.',
  'regime.momentAbout':
    'Approximate, for friction changes: above √(γ²/4 + γ̇/2) of this moment modes swing, and 2√λ is critical at constant friction.',

  'strip.key': 'Key controls',
  'strip.now': 'now',
  'strip.nowName': '{name} γ now',
  'strip.nowHelp':
    'The history drives γ and the thumb follows. Dragging takes over: friction stays where it is put from this moment on, and one undo gives the history back.',
  'strip.rings': 'rings',
  'strip.slides': 'slides',
  'strip.critical': 'critical *γ* = 2*ω*',
  'strip.criticalShort': '2*ω*',
  'strip.slowest': 'slowest mode critical',
  'strip.slowestShort': 'slowest',
  'strip.fastest': 'fastest mode critical',
  'strip.fastestShort': 'fastest',
  'strip.flat': 'No friction: nothing damps this run. Drag to add some.',
  'strip.firstOrder': 'First order: no inertia, so nothing rings. γ sets the rate alone.',
  'strip.ownRate': 'First order with a rate η of its own: friction does not move it.',
  'strip.eta': '*η* = 1/*γ* =',
  'strip.etaOwn': '*η* =',
  'strip.etaName': 'Learning rate',
  'strip.etaHelp': 'The learning rate of this friction: η = 1/γ.',

  'strip.name': 'Stability',
  'strip.numbers': 'Δt is {now}, the largest stable one {bound}.',
  'strip.secondOrder':
    'h tanh(γh/2) < 2γ/λ for each step h of the method, at the least friction ahead (h < 2/√λ at none).',
  'strip.descent': 'η Δt λ < 2 at the friction of this moment.',
  'strip.flow': 'η h λ < 2.78 for each step h of the method, at the friction of this moment.',
  'strip.near': 'Near the stability bound: Δt below {largest} stays stable.',
  'strip.past': 'Past the stability bound {largest}: the fastest mode grows from step to step.',

  'track.textbook': 'Gradient descent',
  'track.comparison': 'Comparison',
  'track.comparisonOf': 'Comparison, {what}',
  'choice.secondAbout': 'The damped field, W″ + γW′ + ∂C/∂W = 0 (Eq. 5).',
  'choice.ghostAbout': 'Gradient flow: the same weights without inertia, at the rate η = 1/γ (Eq. 4).',
  'choice.descentAbout':
    'Gradient descent as in a textbook, in unit steps: one jump of η ∂C/∂W a unit of time (Eq. 3).',
  'choice.continuumAbout':
    'The field theory of the same data on a finer mesh, read at the sites: Eq. 17, for two layers Eq. 19.',
  'choice.no-continuum': 'Not here: only rings with the full batch have one.',
  'choice.theoryAbout': 'The closed form of every mode: what the field does with no error of the step.',
  'choice.no-friction': 'Not here: without friction the rate η = 1/γ has no value.',
  'choice.coarse-clock': 'Not here: the time step is longer than one step of descent, Δt = 1.',
  'choice.not-quadratic': 'Not here: only a quadratic cost has a closed form.',
  'choice.too-many-weights': 'Not here: there are more than 512 weights.',
  'choice.changing-samples': 'Not here: the closed form needs the full batch.',
  'choice.changing-couplings': 'Not here: under redshift the modes change all the time.',
  'choice.changing-friction': 'Not here: the closed form needs constant friction.',
  'textbook.kept': 'ηλ = {value} < 2: kept',
  'textbook.broken': 'ηλ = {value} > 2: it runs away',
  'textbook.keptHere': 'ηλ ≈ {value} < 2 here',
  'textbook.beyondHere': 'ηλ ≈ {value} > 2 here: it leaves this valley, and may settle in a flatter one',
  'textbook.about':
    'Descent is stable while η times the largest curvature stays below 2: exact for a quadratic cost. Erratum E14: while η < ½ the error of the unit step, ηλ/2, is larger than what inertia adds, η²λ.',
  'textbook.aboutHere':
    'Approximate: by the largest curvature at the start. On another cost than a quadratic one curvature changes on the way, so steps beyond 2 do not stay here but need not run away. Erratum E14: while η < ½ the error of the unit step, ηλ/2, is larger than what inertia adds, η²λ.',

  'stopped.without': 'Go on without {track}',

  'compare.open': 'Compare…',
  'compare.title': 'Compare',
  'compare.with': 'Beside this run',
  'compare.split': 'One parameter split',
  'compare.splitAbout': 'The same run with a second value, from the start on.',
  'compare.parameter': 'Parameter',
  'compare.value': 'Second value',
  'compare.scenario': 'Another scenario',
  'compare.scenarioAbout': 'On this run’s clock and seed.',
  'compare.which': 'Scenario',
  'compare.show': 'Show as',
  'compare.twin': 'Twin views',
  'compare.difference': 'Difference',
  'compare.start': 'Compare',
  'compare.stop': 'Stop comparing',
  'compare.same': 'Both values are the same.',
  'compare.noSplit': 'This run has no live number to split.',
  'compare.refused': 'Not possible: {path} is {value}; expected: {expected}.',
  'compare.unreadable': 'The scenario could not be read.',
  'compare.twinInstead': 'The two runs have different numbers of weights: shown as twins.',

  'equation.numbers': 'Numbers',
  'equation.termOf': 'Term of synapse {weight}',
  'equation.minimum': 'Weights count from the minimum, up to a constant.',
  'equation.copy': 'Copy as LaTeX',
  'equation.copied': 'Copied',
  'equation.copyYourself': 'Copying was refused. Press Ctrl+C.',
  'equation.latex': 'LaTeX',
  'values.title': 'Friction and its twins',
  'dictionary.rate': 'step size *η*',
  'dictionary.inverse': '1/(*dH*)',
  'dictionary.e8':
    'E8: the paper’s table pairs *η* with *H* and *C* with *L*. They are inverse, *η* = 1/(*dH*), and *L* = *T* − *C*.',

  'errata.title': 'Where the paper differs',
  'errata.E1': 'Every second bond is exactly zero here, so the ring falls into pairs and nothing travels.',
  'errata.E2':
    'Inputs that agree make *K* < 0: Eq. 17 is then ill-posed, though the lattice’s cost never falls below zero.',
  'errata.E6': 'One smooth field per layer (Eq. 19) is not kept by the motion; the lattice here is exact.',
  'errata.E9':
    'Analogy: only √(−*g*) is that of the expanding space; gradients feel no 1/*a*², so there is no redshift and no horizon. Exact: the mode *k* = 0 of a uniform lattice is a Klein-Gordon field of mass² *J* there, whatever the history.',
  'errata.E9coasting':
    'Analogy: only √(−*g*) is that of de Sitter space; gradients feel no 1/*a*². Exact: the mode *k* = 0 of a uniform lattice is a Klein-Gordon field of mass² *J* there; and kinetic and gradient terms are together those of a massless field in a coasting universe of *d* ≥ 2, with *t* its conformal time (for *d* = 1 of no metric).',
  'errata.E11':
    'Eq. 7 for the outputs: *β* = −*γ*, so friction damps; and its right side is *Ẇ*ᵀ(∂²*Z*/∂*W*²)*Ẇ*, 0 only where *Z* is linear in *W*.',
  'errata.E12':
    'Bulk and boundary (talk): the first boundary term has the factor +½; without it the identity fails by just that half.',
  'errata.E13':
    'The series *W*⁽⁰⁾ + *ηW*⁽¹⁾ at fixed *t* holds only for *t* ≪ 1/(*ηλ*). At fixed *ηt* gradient flow errs by *η*² from rest.',
  'errata.E9redshift':
    'Redshift is on, *K*/*a*²: gradients feel the stretching of space, as a field there does. The paper’s theory has no such factor.',
  'errata.E10': '“Radiation” depends on the dimension: *γ* = 2*d*/((*d* + 1)*t*).',
  'errata.E14':
    'At unit steps the error of the step, *ηλ*/2, is larger than what inertia adds, *η*²*λ*, while *η* < ½. *ηλ* < 2 bounds quadratic costs only.',

  'command.palette': 'Find a command',
  'command.tour': 'Show the tour',
  'command.fullScreen': 'Full screen',
  'command.leaveFullScreen': 'Leave full screen',
  'live.noFullScreen': 'This page may not fill the screen here.',
  'command.compare': 'Compare runs',
  'palette.title': 'Commands',
  'palette.search': 'Command, scenario or parameter',
  'palette.none': 'Nothing found.',
  'palette.count': '{count, plural, one {# result} other {# results}}',
  'palette.scenario': 'scenario',
  'palette.parameter': 'control',
  'palette.command': 'command',

  'tour.name': 'Tour',
  'tour.step': '{step} of {count}',
  'tour.play': 'Press play. The network trains, and its very weights move as a field.',
  'tour.friction':
    'Drag friction γ. Little friction lets the field swing; much of it makes it creep, as gradient flow does.',
  'tour.synapse': 'Tap a synapse. Its wire, its site, its term and its numbers light up together.',
  'tour.next': 'Next',
  'tour.done': 'Done',
  'tour.skip': 'Skip the tour',

  'ground.system': 'Follow the system',
  'ground.systemAbout': 'Stage where the system is dark, paper where it is light.',
} as const;
