/** English of what every course begins with: tests, kinds of cost, sums of hidden units, widths. */
export const learningMessages = {
  'chart.tested.title': 'Training and test',
  'chart.tested.help':
    'Cost per sample of the training samples, which push the weights, and dashed of the test samples, which make no force. A ring stands where the test cost was least of all recorded steps. While training falls and test rises, the training samples are learned by heart. Exact.',
  'chart.tested.none': 'This run has no test samples. Give its data some, or open one that has.',
  'chart.tested.empty': 'Press play: training and test cost appear here.',
  'chart.tested.axis': 'cost per sample, {unit}',
  'chart.tested.training': 'training',
  'chart.tested.test': 'test',
  'chart.tested.named': '{track}, {words}',
  'chart.tested.leastAt': '○ least test, *t* = {time}',
  'chart.tested.said': '{track}: training {training}, test {test}, least test {least} at time {at}',
  'chart.tested.summary': 'Cost per sample up to time {time}. {said}.',

  'chart.costs.title': 'Kinds of cost, side by side',
  'chart.costs.help':
    'What one output costs by each kind of cost, and where the outputs of every sample stand on the curve of their own run. The slope of the curve is the pull on the output: it grows with the error without bound where errors are squared, and never exceeds 1 for the other two. Two classes are drawn by how far outputs lie on their right side of the border: ½, and 0 for cross-entropy, which reads outputs as logits. Exact.',
  'chart.costs.squared': 'squared (*Z* − *Y*)²',
  'chart.costs.absolute': 'absolute |*Z* − *Y*|',
  'chart.costs.crossEntropy': 'cross-entropy',
  'chart.costs.axis': 'cost of one output',
  'chart.costs.error': 'error *Z* − *Y*',
  'chart.costs.margin': 'beyond the border; below 0: wrong',
  'chart.costs.pull': 'mean pull',
  'chart.costs.largest': 'largest pull',
  'chart.costs.note': 'pull: slope, |∂*c*/∂*Z*|',
  'chart.costs.noteLogit': 'border: *Z* = ½, of logits 0',
  'chart.costs.many':
    'The cross-entropy of several outputs is no sum over outputs: there is no curve of one.',
  'chart.costs.soft':
    'Cross-entropy is another curve for every target between 0 and 1: there is no one curve to draw.',
  'chart.costs.said': '{track}, {kind}: mean pull {pull}, largest {largest}',
  'chart.costs.summary': 'Cost of one output by kind of cost, with the outputs of every sample. {said}.',

  'chart.units.title': 'An output as a sum of hidden units',
  'chart.units.help':
    'The bold line is the output along the input, the thin ones what each unit of the last hidden layer and the bias add to it: where the output neuron is linear they sum to it exactly. More than 256 units, or an output that bends, are not taken apart. Below, in the colour of sources, how hard each sample pulls the output, −∂C/∂Z; times ∂Z/∂w this is what drives the weight w.',
  'chart.units.empty': 'This picture is of networks with one input: open “One hidden layer”.',
  'chart.units.output': 'output *Z*',
  'chart.units.source': 'source −∂*C*/∂*Z*',
  'chart.units.pull': 'pull',
  'chart.units.part': 'part of each unit',
  'chart.units.noSum': 'units not told apart',
  'chart.units.summaryWhole':
    'Output along the input, its units not told apart. Strongest pull of a sample: {strongest}.',
  'chart.units.summary':
    'Output along the input as a sum of {count} parts, the largest {largest}. Strongest pull of a sample: {strongest}.',

  'chart.answers.title': 'Answers to what was taught and what was not',
  'chart.answers.help':
    'Every training sample as a question with its right answer (ring) and what the network says (dot); crosses are right answers to questions that it is asked and was not taught.',
  'chart.answers.number': 'question',
  'chart.answers.axis': 'answer',
  'chart.answers.taught': '{question}',
  'chart.answers.asked': '{question}, asked',
  'chart.answers.right': 'right',
  'chart.answers.note': '○ right, × right, asked only',
  'chart.answers.said': '{question}: {given}, right {right}',
  'chart.answers.summary': 'What the network says. {said}.',

  'chart.widths.title': 'What wider networks reach',
  'chart.widths.help':
    'Cost per sample after the same time of training, for networks of 1 to 32 hidden units a layer on the same data, from three random starts each (geometric mean): approximate. It is what this training finds. The theorem of universal approximation promises that a network as good as one likes exists where the activation is no polynomial, if it is wide enough; not how wide, nor that training finds it.',
  'chart.widths.empty':
    'Networks of 1 to 32 hidden units a layer, trained on this run’s data: what they reach appears here.',
  'chart.widths.x': 'hidden units a layer',
  'chart.widths.y': 'cost per sample',
  'chart.widths.training': 'training',
  'chart.widths.test': 'test',
  'chart.widths.noteTime': 'after *t* = {time}; three starts a point, approximate',
  'chart.widths.noteFound': 'what training finds, not the best there is',
  'chart.widths.summary':
    'Cost per sample after time {time}, for {low} to {high} hidden units a layer. {said}.',
} as const;
