/** English of the studies: families of runs with measured slopes. */
export const studyMessages = {
  'chart.spacing.title': 'Network against continuum',
  'chart.spacing.help':
    'How far a network is from its field theory on ever finer lattices round the same ring: as a² where the theory is its limit and sources are smooth, and at any spacing where it is not (E1).',
  'chart.viscosity.title': 'The viscous limit',
  'chart.viscosity.help':
    'How gradient flow is reached at fixed ηt: with inertia the error falls as η², after a kick as η. Gradient descent in unit steps errs by ηλ/2, more than inertia’s η²λ while η < ½ (E14).',
  'chart.symmetry.title': 'Seen from two frames',
  'chart.symmetry.help':
    'A boosted packet against the same packet at rest, seen from a moving frame: they agree in the continuum without friction (exact), and each way to break that has its power.',
  'chart.twoFrames.title': 'The packet in its two frames',
  'chart.twoFrames.help':
    'Above: the moving packet on the lattice now. Below: the same run read at one time of the packet’s own frame, from its past, t = Γ(t′ + βx′/c); there it rests. Lines: the packet in the continuum at γ = 0 with uniform K and J (exact); dots: the run.',
  'chart.twoFrames.empty': 'The moving packet appears here in the lattice’s frame and in its own.',
  'chart.twoFrames.x': 'widths at rest',
  'chart.twoFrames.lattice': 'lattice, *t* = {time}',
  'chart.twoFrames.rest': 'own frame, *t*′ = {proper}',
  'chart.twoFrames.measured': 'the run',
  'chart.twoFrames.exact': 'continuum, exact',
  'chart.twoFrames.shorter': 'shorter by *Γ* = {factor}',
  'chart.twoFrames.rests': 'it rests',
  'chart.twoFrames.later': 'press play',
  'chart.twoFrames.summary':
    'At t = {time} the packet moves at {speed} of the speed of its waves, shorter by {factor}; at its own time {proper} it rests. The run is {lattice} % from the continuum in the lattice’s frame, {rest} % in its own.',
  'chart.symmetry.empty':
    'A moving packet beside the resting one, seen from a frame that moves: how far they are apart appears here, by lattice, friction and uneven sources.',
  'chart.symmetry.x': '*x*: spacing *a*/*s*, friction *γT*, unevenness *δ*',
  'chart.symmetry.y': 'loss of covariance',
  'chart.symmetry.lattice': 'lattice *a*/*s*',
  'chart.symmetry.friction': 'friction *γT*',
  'chart.symmetry.uneven': 'uneven *J*, *δ*',
  'chart.symmetry.noteFrames':
    'Measured: its energy runs at {run} *c*, a boost of {speed}; its clock is {clock} times slower, *Γ* = {factor}.',
  'chart.symmetry.noteExact': 'In the continuum, at *γ* = 0 with uniform *K* and *J*: 0 (exact).',
  'chart.symmetry.summary':
    'Loss of Lorentz covariance, from {low} to {high} of what breaks it. {said}. The packet’s energy runs at {run} of the speed of its waves for a boost of {speed}; its clock is {clock} times slower for a Lorentz factor of {factor}.',
  'study.run': 'Run the study',
  'study.again': 'Run it again',
  'study.cancel': 'Cancel',
  'study.progress': 'Progress of the study',
  'study.working': 'The first runs are under way.',
  'study.cancelled': 'Cancelled before its first point was found. Run the study to begin anew.',
  'study.partial': 'cancelled',
  'study.measured': 'power',
  'study.theory': 'theory',
  'study.said': '{name} falls as {symbol} to the power {slope}, theory {expected} ({source})',
  'study.saidAlone': '{name} goes as {symbol} to the power {slope}; the theory gives no power',
  'study.noSlope':
    'The sources jump: at the border they grow as the lattice is refined, and no power is expected.',
  'study.found': '{count, plural, one {# point} other {# points}} so far',
  'study.obstacle.no-friction':
    'Not here: without friction nothing tends to gradient flow. Choose a history of constant friction.',
  'study.obstacle.changing-friction':
    'Not here: friction changes in time, and the study compares runs of constant friction. Choose the de Sitter history.',
  'study.obstacle.changing-samples': 'Not here: samples change from step to step. Choose the full batch.',
  'study.obstacle.changing-couplings': 'Not here: redshift changes the couplings in time.',
  'study.obstacle.no-continuum':
    'Not here: the study is for one layer on a ring (Example 1, shared weights, masses on springs).',
  'study.obstacle.not-refinable':
    'Not here: data and start must be had on any number of sites. Choose waves or uniform bonds, and a bump or a plane wave.',
  'study.obstacle.no-packet':
    'Not here: the study needs a packet that moves. Choose Boosted packet as the initial state.',
  'study.obstacle.not-widened':
    'Not here: the study is for networks whose hidden layers can be wider, from a random start.',
  'study.obstacle.at-rest': 'Nothing to measure: the start is at rest already. Choose another initial state.',
  'study.obstacle.not-finite': 'Stopped: the weights grew without bound, so there is nothing to compare.',
  'chart.reach.title': 'Reach against size',
  'chart.reach.help':
    'How far couplings reach, against chance, in ever larger random networks of this run’s kind, beside dense ones and two layers on a ring: at large N it falls as 1/N where they are local, and it stays where they are not.',
  'chart.reach.empty':
    'Random networks of up to 48 neurons a layer, of this run’s kind and beside it dense ones or two layers on a ring: how the reach of their couplings goes with size appears here.',
  'chart.reach.x': 'neurons a layer *N*',
  'chart.reach.y': '⟨r⟩ against chance',
  'chart.reach.own': 'this kind',
  'chart.reach.ring': 'two layers',
  'chart.reach.matrices': 'dense',
  'chart.reach.noteLocal': 'Power −1 as *N* grows (flatter before): local, ⟨r⟩ stays.',
  'chart.reach.noteDense': 'Power 0: not local at any size.',
  'chart.reach.noteTrials': 'Sixteen random networks a point; approximate.',
  'chart.reach.summary':
    'Mean reach of couplings against chance, for {low} to {high} neurons a layer. {said}.',
  'chart.spacing.empty':
    'The same run on 16 to 256 sites round the ring, each beside its continuum theory: how far they are apart appears here.',
  'chart.spacing.x': 'spacing *a*, ring = 1',
  'chart.spacing.y': 'network less continuum',
  'chart.spacing.apart': 'apart',
  'chart.spacing.noteTime': 'all at time *t* = {time}',
  'chart.spacing.noteTrue': 'Power 2: the theory is the limit of the network, for smooth sources.',
  'chart.spacing.noteNever': 'Power 0: it never is, at any spacing.',
  'chart.spacing.summary':
    'Relative difference of network and continuum at time {time}, for spacings from {low} to {high} of the ring. {said}.',
  'chart.viscosity.empty':
    'Runs at ever higher friction *γ* = 1/*η*, beside gradient flow at the same *ηt*: their errors and slopes appear here.',
  'chart.viscosity.x': '*η* = 1/*γ*',
  'chart.viscosity.y': 'error against flow',
  'chart.viscosity.rest': 'from rest',
  'chart.viscosity.kick': 'kicked',
  'chart.viscosity.unit': 'unit steps',
  'chart.viscosity.corrected': 'next order',
  'chart.viscosity.noteTime': 'all at *ηt* = {tau}',
  'chart.viscosity.noteLimit': 'Gradient flow is the limit: error *η*², after a kick *η*.',
  'chart.viscosity.noteSteps':
    'Gradient descent errs more by its unit step, *ηλ*/2, than by inertia, *η*²*λ*, while *η* < ½ (E14).',
  'chart.viscosity.noteNext': 'Next order: against *dW*/*dτ* = −(1 + *η*²*H*)∂*C*.',
  'chart.viscosity.summary':
    'Error against gradient flow at fixed time eta t = {tau}, for eta from {low} to {high}. {said}.',
} as const;
