/** Words of bulk and boundary: L of one sample in (W, z), the energies of layers, and which layers are coupled. */
export const bulkMessages = {
  'chart.bulk.title': 'Bulk and boundary',
  'chart.bulk.help':
    'The Lagrangian of the sample at work with neurons in place of biases: its terms one on the other, step by step. Bulk terms know no data; boundary terms hold X and Y. Exact.',
  'chart.layerEnergy.title': 'Energy of the layers',
  'chart.layerEnergy.help':
    'Kinetic energy of every layer and the power that flows from one to the next; how far the balance of each is off, and how both scatter under drawn samples.',
  'chart.layerPairs.title': 'Which layers are coupled',
  'chart.layerPairs.help':
    'Second derivatives of L in (W, z), layer by layer: only neighbours. Beside it the cost in (W, b), which couples every pair.',

  'layered.none':
    'Not here: this system is not seen layer by layer. Dense networks, deep rings and convolutional rings are.',
  'layered.tooMany': 'Not here: too many wires and samples to look at at every step.',
  'layered.empty': 'It is drawn once the run has taken a step.',
  'layered.last': 'Last 96 steps',
  'layered.scatter': 'Fluctuations',
  'layered.obstacle.layers':
    'Not here: this system is not seen layer by layer. Dense networks, deep rings and convolutional rings are.',
  'layered.obstacle.batch':
    '*L* splits for one sample at a time: of more samples there are more *z* than *b*. Choose the batch “One sample at a time”. The energies of the layers hold for any batch.',
  'layered.obstacle.biases':
    '*L* does not split here: a neuron without a bias has no *b* to trade for its *z*. Switch biases on. The energies of the layers hold.',
  'layered.obstacle.shared':
    '*L* does not split here: one bias serves all sites of a channel, so it cannot be traded for their *z*. The energies of the layers hold.',
  'layered.obstacle.silent':
    '*L* does not split here: at *σ_b* = 0 biases move no *z*. The energies of the layers hold.',
  'layered.obstacle.residual':
    '*L* does not split here: residual wires carry *X* into every layer, so no bulk is free of the data. The energies of the layers hold.',
  'layered.layer': 'layer {m}',
  'layered.outputs': 'outputs',
  'layered.kinetic': 'layer *m*: kinetic energy *Tₘ*',
  'layered.flux': 'below layer *m*: power *Pₘ*',
  'layered.off': '|*Ṫₘ* + 2*γTₘ* − *Pₘ* + *Pₘ*₊₁| / largest term',
  'layered.balance': '*Ṫₘ* = −2*γTₘ* + *Pₘ* − *Pₘ*₊₁: exact, off by {off} of its largest term (round-off).',
  'layered.scale': 'full colour: *T* {kinetic}, *P* {flux}; logarithmic over three decades',
  'layered.sign':
    '*Pₘ* > 0 runs from inputs to outputs; above the last layer it is d*C*/d*t* and leaves the kinetic energy.',
  'layered.place': 'layer *m*',
  'layered.kineticScatter': '*Tₘ*: mean ± standard deviation',
  'layered.fluxScatter': '*Pₘ*: mean ± standard deviation',
  'layered.mean': 'mean',
  'layered.deviation': '± s.d.',
  'layered.open':
    'Open question: what a stochastic boundary drives in the bulk. As measured; no temperature and no law is claimed.',
  'layered.window': 'over the last {count, number} steps, drift included',
  'layered.correlation': 'correlation of *L* bulk and *L* boundary: {value}',
  'layered.summary':
    'At step {step} the layers have kinetic energies {kinetic}; powers from below the first layer to the outputs are {flux}. The balance is off by {off} of its largest term.',
  'layered.scatterSummary':
    'Over the last {count, number} steps the powers below the layers and at the outputs have standard deviations {flux}, the bulk’s Lagrangian {bulk}. An open question; as measured.',

  'bulk.axis': '*L* of the sample at work, by its terms',
  'bulk.off': '|sum of the terms − *L*|',
  'bulk.now': 'now',
  'bulk.sumMinus': 'terms − *L*',
  'bulk.slide': 'without the ½, as on the slides (E12)',
  'bulk.holds': '*L* = *L* bulk + *L* boundary: exact, off by {off} (round-off).',
  'bulk.broken':
    'As on the slides the sum is off by {off}: exactly ½[∂*ₜ*(*W*⁽⁰⁾*X*)]², the green line, for the ½ that the slides leave out.',
  'bulk.sample': 'at work: sample {sample, number}',
  'bulk.colours': 'amber: bulk, free of *X* and *Y*; green: boundary; line: *L* = *T* − *ℓ*.',
  'bulk.jumps': 'Samples jump: *X* rests within a step, and *z* begins anew with the next sample.',
  'bulk.summary':
    'At step {step} the bulk is {bulk} and the boundary {boundary}; the Lagrangian T − ℓ is {lagrangian}. {said}',

  'pairs.local': '*L* in (*W*, *z*)',
  'pairs.dense': '*C* in (*W*, *b*)',
  'pairs.empty': 'Second derivatives are being looked up, at up to 1000 weights.',
  'pairs.term': 'term',
  'pairs.all': 'all of L',
  'pairs.inCost': 'The cost couples {coupled, number} of {pairs, number} pairs of layers.',
  'pairs.neighbours': '*L* couples {coupled, number} of {pairs, number} pairs of layers: neighbours alone.',
  'pairs.far': '*L* couples {coupled, number} of {pairs, number} pairs of layers.',
  'pairs.none': 'This term couples no layer with another.',
  'pairs.zero': 'Empty: exactly 0. Shades: norm of ∂²/∂(*q*, *q̇*)² by differences, over three decades.',
  'pairs.price': 'The price: the kinetic terms are no longer a plain sum of squares.',
  'pairs.scale': 'full colour: {largest}',

  'currents.summary':
    '{said}. Kinetic energies of the layers: {kinetic}. Powers from the inputs to the outputs, in units of cost per unit of time: {flux}.',
  'currents.key': 'discs: kinetic energy *T*; arrows: power *P*, cost per *t*, over three decades',
} as const;
